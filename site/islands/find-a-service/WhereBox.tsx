import { useState } from 'preact/hooks'
import type { ResultWords } from '../../lib/result-words.ts'
import type { Where } from '../../lib/where.ts'

type Props = {
  typed: string
  where: Where | null
  places: string[]
  words: ResultWords
  onType: (typed: string) => void
  onHere: (latitude: number, longitude: number) => void
}

/** Where somebody is: typed, or where the device says, which is asked only when the button is pressed. */
export function WhereBox({ typed, where, places, words, onType, onHere }: Props) {
  const [looking, setLooking] = useState<'no' | 'yes' | 'failed'>('no')
  /** What is being typed and not yet asked: whatever comes in meanwhile, nobody loses a letter. */
  const [draft, setDraft] = useState<string | null>(null)
  /** Places are offered to whoever comes to the box: a region has so many that they would be a third of the page's start. */
  const [offered, setOffered] = useState(false)
  const look = () => {
    if (!('geolocation' in navigator)) return setLooking('failed')
    setLooking('yes')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLooking('no')
        onHere(coords.latitude, coords.longitude)
      },
      () => setLooking('failed'),
      { maximumAge: 300_000, timeout: 10_000 },
    )
  }
  return (
    <div class="vd-field vd-find__where">
      <label for="waar">{words.where}</label>
      <button class="vd-as-link" type="button" onClick={look}>
        {words.nearMe}
      </button>
      <input
        class="utrecht-textbox utrecht-textbox--html-input"
        id="waar"
        type="text"
        autocomplete="off"
        list="plaatsen"
        aria-describedby="waar-gevonden"
        value={draft ?? typed}
        onFocus={() => setOffered(true)}
        onInput={(event) => {
          setOffered(true)
          setDraft(event.currentTarget.value)
        }}
        onBlur={() => setDraft(null)}
        onChange={(event) => {
          setLooking('no')
          setDraft(null)
          onType(event.currentTarget.value)
        }}
      />
      <datalist id="plaatsen">
        {offered &&
          places.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
      </datalist>
      <p class="vd-field__hint" id="waar-gevonden" role="status">
        {looking === 'yes' ? words.looking : looking === 'failed' ? words.noPosition : sayWhere(where, words)}
      </p>
    </div>
  )
}

function sayWhere(where: Where | null, words: ResultWords): string {
  if (!where) return words.staysHere
  if (where.kind === 'unknown') return words.unknownPlace
  const found = { place: words.foundPlace, postcode: words.foundPostcode, here: words.foundHere }[where.kind]
  return `${found} ${where.name}.`
}
