import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ResultWords } from '../../lib/result-words.ts'
import type { Point } from '../../lib/where.ts'
import { breath } from './breath.ts'
import type { Bounds } from './cluster.ts'
import { fetchGround } from './ground.ts'
import type { Search } from './load.ts'
import type { Ranked } from './order.ts'

type Props = {
  found: Ranked[]
  search: Search | null
  baseMapUrl: string | null
  pointed: readonly string[]
  /** Where somebody is, when they said so. */
  here: Point | null
  area: Bounds | null
  /** False until it is known what is looked for. */
  answered: boolean
  /** On a theme such as violence nothing of a map is fetched before somebody asks for it. */
  sensitive: boolean
  words: ResultWords
  /** Whether there is a map to put everything on. */
  onOpen: (open: boolean) => void
  onPoint: (ids: readonly string[]) => void
  onChoose: (id: string) => void
  onArea: (area: Bounds) => void
}

/**
 * Milliseconds without a change after which the map is drawn anew: after the whole list is there, and when somebody who
 * seeks his keys is not between two of them, since grouping thousands of places takes as long as some frames.
 */
const REST = 600

type Shown = ReturnType<(typeof import('./leaflet-map.ts'))['createMap']>

/** The same results on a map. Fetched when it is wanted: at once on a wide screen, on request on a telephone. */
export function ResultMap(props: Props) {
  const { found, search, baseMapUrl, pointed, here, area, answered, sensitive, words } = props
  const holder = useRef<HTMLDivElement>(null)
  const map = useRef<Shown | null>(null)
  const now = useRef(props)
  now.current = props
  const [isWide, setWide] = useState(false)
  /** Null until somebody presses the button. */
  const [pressed, setPressed] = useState<boolean | null>(null)
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState(false)
  /** What somebody moved the map to. */
  const [moved, setMoved] = useState<Bounds | null>(null)
  const wanted = pressed ?? (isWide && answered && !sensitive)
  // Each answer is a new list; the map is drawn anew only when it holds others.
  const same = useMemo(() => found.map(({ id }) => id).join(' '), [found])
  const [hasDoors, setHasDoors] = useState(true)
  const places = () =>
    found.flatMap(({ id, fact }) => {
      const { name, coordinates } = search?.card(id) ?? { name: '', coordinates: fact.coordinates }
      return coordinates.map(([latitude, longitude]) => ({ id, name, latitude, longitude }))
    })

  useEffect(() => setWide(matchMedia('(width >= 80rem)').matches), [])
  useEffect(() => props.onOpen(wanted), [wanted])

  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    setFailed(false)
    // Reading Leaflet is one task, making a map of it the next.
    Promise.all([import('./leaflet-map.ts').finally(breath), fetchGround(baseMapUrl)]).then(
      ([{ createMap }, ground]) => {
        if (gone || !holder.current) return
        map.current = createMap(holder.current, {
          label: words.mapLabel,
          ground,
          onChoose: (id) => now.current.onChoose(id),
          onSpot: (spot) => now.current.onArea(spot),
          onHover: (ids) => now.current.onPoint(ids),
          onLeave: () => document.querySelector<HTMLElement>('#gevonden')?.focus(),
          onMove: setMoved,
        })
        setReady(true)
      },
      () => !gone && setFailed(true),
    )
    return () => {
      gone = true
      map.current?.remove()
      map.current = null
      setReady(false)
      setMoved(null)
    }
  }, [wanted])

  const lookedAt = useRef<Bounds | null>(null)
  const drawn = useRef(false)
  // The map follows when the typing rests, and when the names of what it shows are there.
  useEffect(() => {
    setMoved(null)
    if (!ready || !search) {
      drawn.current = false
      return undefined
    }
    let gone = false
    // Whoever looks in a part of the map keeps looking at it; a reload brings that part back.
    const keep = area !== null && lookedAt.current === area
    const draw = () => {
      if (gone) return
      lookedAt.current = null
      drawn.current = true
      const shown = places()
      setHasDoors(shown.length > 0)
      void map.current?.show(shown, { here, area, keep })
      map.current?.choose(now.current.pointed)
    }
    const timer = setTimeout(() => void search.fetchAll().then(draw, draw), drawn.current && !keep ? REST : 0)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [ready, search, same, here, area])
  useEffect(() => map.current?.choose(pointed), [pointed])

  return (
    <div class="vd-find__map">
      <button
        class="nl-button nl-button--secondary vd-find__map-button"
        type="button"
        aria-expanded={wanted}
        onClick={() => setPressed(!wanted)}
      >
        {wanted ? words.hideMap : words.showMap}
      </button>
      {isWide && sensitive && !wanted && <p class="vd-field__hint">{words.mapPrivate}</p>}
      {failed && <p role="alert">{words.mapFailed}</p>}
      {wanted && !failed && (
        <div class="vd-find__map-frame">
          <div class="vd-map" ref={holder} />
          {ready && moved && (
            <button
              class="nl-button nl-button--primary vd-find__area"
              type="button"
              onClick={() => {
                lookedAt.current = moved
                props.onArea(moved)
              }}
            >
              {words.searchArea}
            </button>
          )}
        </div>
      )}
      {wanted && ready && found.length > 0 && !hasDoors && <p class="vd-field__hint">{words.noDoors}</p>}
    </div>
  )
}
