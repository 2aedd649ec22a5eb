import { useEffect, useMemo, useState } from 'preact/hooks'
import { type KnownPlace, type Postcodes, type Where, asPlace, hereIs, postcodeIn, whereIs } from '../../lib/where.ts'
import type { Asked } from './state.ts'

/**
 * Where somebody turned out to be; null when they did not say, or while the table of postcodes is on its way. That table
 * is one file for everyone, so fetching it tells nobody which postcode was typed.
 */
export function useWhere(asked: Asked, places: readonly KnownPlace[], postcodesUrl: string | null): Where | null {
  const [postcodes, setPostcodes] = useState<Postcodes | null>(null)
  const needed = postcodes === null && postcodeIn(asked.where) !== null
  useEffect(() => {
    if (!needed) return
    if (!postcodesUrl) return setPostcodes({})
    fetch(postcodesUrl)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Postcodes>) : {}))
      .then(setPostcodes, () => setPostcodes({}))
  }, [needed, postcodesUrl])

  return useMemo(() => {
    if (asked.where !== '') return needed ? null : whereIs(asked.where, places, postcodes ?? {})
    if (asked.here !== '') {
      const [latitude = 0, longitude = 0] = asked.here.split(',').map(Number)
      return hereIs({ latitude, longitude }, places)
    }
    const chosen = places.find(({ code }) => code === asked.place)
    return chosen ? asPlace(chosen) : null
  }, [asked.where, asked.here, asked.place, places, postcodes, needed])
}
