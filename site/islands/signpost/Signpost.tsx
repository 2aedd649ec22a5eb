/** Giving a resident an address: find it, give it, one tap to count it. Nothing about the resident is kept. */
import { useEffect, useState } from 'preact/hooks'
import type { DesksView } from '../../../api/desks/schema.ts'
import type { SignpostsView } from '../../../api/signposts/schema.ts'
import { type Address, addressesFor, countedAs, type Wanted } from '../../lib/addresses.ts'
import { ask, type Problem } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { Select, TextField } from '../../parts/Field.tsx'
import { Loading, Refused, Unreachable } from '../../parts/Notice.tsx'
import { AddressList } from './AddressList.tsx'
import { Months } from './Months.tsx'

type Facts = { desks: DesksView['desks']; counts: SignpostsView }
type Props = { names: Names; services: readonly Address[] }

/** More than this is no list to choose from: say more of what is looked for. */
const MOST_SHOWN = 30

export default function Signpost({ names, services }: Props) {
  const [facts, setFacts] = useState<Facts | null>(null)
  const [failed, setFailed] = useState<Problem | null>(null)
  const [wanted, setWanted] = useState<Wanted>({ theme: '', place: '', text: '' })
  const [given, setGiven] = useState<Address | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState('')

  async function read() {
    setFailed(null)
    const who = await session()
    if (!who.ok) return setFailed(who.problem)
    const [desks, counts] = [await ask<DesksView>('GET', '/desks'), await ask<SignpostsView>('GET', '/signposts')]
    if (!desks.ok) return setFailed(desks.problem)
    if (!counts.ok) return setFailed(counts.problem)
    setFacts({ desks: desks.value.desks, counts: counts.value })
  }
  useEffect(() => void read(), [])

  async function give(address: Address) {
    const input = countedAs(address, wanted)
    if (!input || busy) return
    setBusy(address.id)
    setGiven(null)
    const answer = await ask('POST', '/signposts', input)
    setBusy('')
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setGiven(address)
    const counts = await ask<SignpostsView>('GET', '/signposts')
    if (counts.ok) setFacts((now) => now && { ...now, counts: counts.value })
  }

  if (failed) return <Unreachable problem={failed} retry={() => void read()} />
  if (!facts) return <Loading what="De lijst met adressen" />
  const found = addressesFor(services, facts.desks, wanted)
  const set = (changed: Partial<Wanted>) => setWanted((now) => ({ ...now, ...changed }))
  return (
    <>
      <div class="vd-desk-filter" role="search" aria-label="Adres zoeken">
        <Select
          id="thema"
          label="Thema"
          optional
          empty="Alle thema’s"
          choices={choicesIn(names.themes)}
          value={wanted.theme}
          onChange={(theme) => set({ theme })}
        />
        <Select
          id="plaats"
          label="Plaats"
          optional
          empty="Onbekend"
          choices={choicesIn(names.places)}
          value={wanted.place}
          onChange={(place) => set({ place })}
        />
        <TextField id="tekst" label="Aanbod of team" optional value={wanted.text} onChange={(text) => set({ text })} />
      </div>
      {problem && <Refused problem={problem} />}
      <p role="status">{given ? `Geteld: ${given.name}.` : countWords(found.length)}</p>
      <AddressList
        addresses={found.slice(0, MOST_SHOWN)}
        themes={names.themes}
        needsTheme={wanted.theme === ''}
        busy={busy}
        given={given?.id ?? ''}
        onGive={(address) => void give(address)}
      />
      <Months counts={facts.counts} />
    </>
  )
}

const choicesIn = (named: Record<string, string>) => Object.entries(named).map(([code, label]) => ({ code, label }))

function countWords(found: number): string {
  if (found === 0) return 'Geen adres gevonden. Kies een ander thema of een andere plaats.'
  if (found > MOST_SHOWN) return `${found} adressen. U ziet de eerste ${MOST_SHOWN}: kies een thema of plaats.`
  return found === 1 ? '1 adres' : `${found} adressen`
}
