import { useEffect, useRef, useState } from 'preact/hooks'
import type { Card } from '../../lib/card.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import { baseMap } from './small-map.ts'

type Props = {
  cards: Card[]
  baseMapUrl: string | null
  pointed: string | null
  words: ResultWords
  onPoint: (id: string | null) => void
  onChoose: (id: string) => void
}

type Shown = ReturnType<(typeof import('./leaflet-map.ts'))['createMap']>

/** The same results on a map. Fetched when it is wanted: at once on a wide screen, on request on a telephone. */
export function ResultMap({ cards, baseMapUrl, pointed, words, onPoint, onChoose }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const map = useRef<Shown | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const [wanted, setWanted] = useState(false)
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState(false)
  const places = cards.flatMap((card) =>
    card.coordinates.map(([latitude, longitude]) => ({ id: card.id, name: card.name, latitude, longitude })),
  )

  useEffect(() => setWanted(matchMedia('(width >= 80rem)').matches), [])

  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    Promise.all([import('./leaflet-map.ts'), baseMap(baseMapUrl)]).then(
      ([{ createMap }, base]) => {
        if (gone || !holder.current) return
        map.current = createMap(holder.current, {
          label: words.mapLabel,
          base,
          onChoose: (id) => choose.current(id),
          onHover: onPoint,
          onLeave: () => document.querySelector<HTMLElement>('#gevonden')?.focus(),
        })
        setReady(true)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      map.current?.remove()
      map.current = null
      setReady(false)
    }
  }, [wanted])

  useEffect(() => map.current?.show(places), [ready, cards])
  useEffect(() => map.current?.choose(pointed), [ready, pointed, cards])

  return (
    <div class="vd-find__map">
      <button
        class="nl-button nl-button--secondary vd-find__map-button"
        type="button"
        aria-expanded={wanted}
        onClick={() => setWanted(!wanted)}
      >
        {wanted ? words.hideMap : words.showMap}
      </button>
      {failed && <p>{words.mapFailed}</p>}
      {wanted && !failed && <div class="vd-map" ref={holder} />}
      {wanted && ready && cards.length > 0 && places.length === 0 && <p class="vd-field__hint">{words.noDoors}</p>}
    </div>
  )
}
