/** The generated documents as the product sees them, and the settings an editor of that region would have. */
import type { ServiceDocument } from '../../../search/document.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import { generate, lines, municipalities } from './generate.ts'
import type { Generated } from './generate.ts'

export type Corpus = { generated: Generated[]; documents: ServiceDocument[]; settings: SearchSettings }

const dayNumber: Record<string, number> = { ma: 1, di: 2, wo: 3, do: 4, vr: 5 }

function toDocument(one: Generated): ServiceDocument {
  return {
    id: String(one.id),
    url: `/aanbod/${one.id}/`,
    name: one.name,
    organization: one.organization,
    description: one.description,
    keywords: one.keywords,
    themes: one.themes,
    targetGroups: one.groups,
    line: one.themes.includes('wmo') ? 1 : 0,
    indicationRequired: false,
    minimumAge: one.groups.includes('ouderen') && one.groups.length === 1 ? 55 : null,
    maximumAge: null,
    languages: ['nl'],
    free: true,
    wheelchair: false,
    places: [one.place, one.municipality],
    national: false,
    coordinates: [[one.latitude, one.longitude]],
    opening: one.hours.split(', ').flatMap((text) => {
      const match = /^(\w\w) (\d+):00-(\d+):00$/.exec(text)
      return match
        ? [[dayNumber[match[1]!]!, Number(match[2]) * 60, Number(match[3]) * 60] as [number, number, number]]
        : []
    }),
  }
}

export function corpusOf(count: number): Corpus {
  const generated = generate(count)
  const named = (codes: Iterable<string>) => Object.fromEntries([...new Set(codes)].map((code) => [code, code]))
  const places: SearchSettings['places'] = {}
  for (const [
    name,
    {
      c: [latitude, longitude],
      p: villages,
    },
  ] of Object.entries(municipalities)) {
    places[name] = { name, latitude, longitude }
    for (const [number, village] of villages.entries()) {
      places[village] = {
        name: village,
        latitude: latitude + ((number % 4) - 1.5) * 0.025,
        longitude: longitude + (Math.floor(number / 4) - 1) * 0.05,
      }
    }
  }
  const settings: SearchSettings = {
    themes: named(generated.flatMap((one) => one.themes)),
    targetGroups: named(generated.flatMap((one) => one.groups)),
    places,
    synonyms: lines('synonyms.txt').flatMap((line) => {
      const [terms, plain] = line.split(' => ').map((part) => part.split(';'))
      return (terms ?? []).map((term) => ({ term, words: plain ?? [] }))
    }),
  }
  return { generated, documents: generated.map(toDocument), settings }
}
