/** The documents of the shared search benchmark: the same seed gives the same documents, to the letter. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  distracting,
  firstNames,
  generic,
  heads,
  modifiers,
  organizations,
  streets,
  surnames,
  syllables,
} from './words.ts'

export const dataFolder = join(import.meta.dirname, '..', 'data')
const read = (name: string) => readFileSync(join(dataFolder, name), 'utf8')

type Kind = {
  id: string
  themes: string[]
  groups: string[]
  names: string[]
  sentences: string[]
  keywords: string[]
}

export type Generated = {
  id: number
  /** What it is, for the judges. Never indexed. */
  kind: string
  name: string
  organization: string
  description: string
  themes: string[]
  groups: string[]
  keywords: string[]
  place: string
  municipality: string
  latitude: number
  longitude: number
  hours: string
}

export const municipalities = JSON.parse(read('places.json')) as Record<string, { c: [number, number]; p: string[] }>

function kinds(): Kind[] {
  const list = (text: string | undefined, by: string) => (text ?? '').split(by).map((part) => part.trim())
  return lines('types.txt').map((line) => {
    const [id, themes, groups, names, sentences, keywords] = list(line, '|')
    return {
      id: id ?? '',
      themes: list(themes, ','),
      groups: list(groups, ','),
      names: list(names, ';'),
      sentences: list(sentences, ';'),
      keywords: list(keywords, ';'),
    }
  })
}

/** The lines of a data file that say something. */
export const lines = (name: string) =>
  read(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

export function mulberry(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export function generate(count: number, seed = 20261122): Generated[] {
  const all = kinds()
  const random = mulberry(seed)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const some = (list: readonly string[], chance: number, least: number) => {
    const chosen = list.filter(() => random() < chance)
    while (chosen.length < least) {
      const one = pick(list)
      if (!chosen.includes(one)) chosen.push(one)
    }
    return chosen
  }
  const zipf = (n: number, slope = 2.2) => Math.min(n - 1, Math.trunc(Math.floor(n ** (random() ** (1 / slope)) - 1)))
  const often = (list: readonly string[], slope?: number) => list[zipf(list.length, slope)]!
  /** A word of the long tail: a made compound or a made name. */
  const tail = () => {
    const kind = random()
    if (kind < 0.55) return often(modifiers) + often(heads)
    if (kind < 0.75) return often(modifiers) + often(modifiers) + often(heads)
    let word = ''
    for (let left = 2 + below(2); left > 0; left--) word += often(syllables, 1)
    return word
  }
  const names = Object.keys(municipalities)

  const document = (id: number): Generated => {
    const kind = all[id < all.length * 6 ? id % all.length : below(all.length)]!
    const municipality = names[id < all.length * 4 ? Math.floor(id / all.length) % 4 : below(4)]!
    const { c: centre, p: villages } = municipalities[municipality]!
    const number = Math.min(villages.length - 1, Math.floor(villages.length * random() ** 2))
    const place = villages[number]!
    const name = pick(kind.names) + (random() < 0.25 ? ` ${place}` : random() < 0.15 ? ` ${capital(tail())}` : '')
    let organization = pick(organizations)
    if (random() < 0.5) organization += ` ${random() < 0.5 ? municipality : capital(tail())}`
    const keywords = some(kind.keywords, 0.45, 1)
    const sentences = some(kind.sentences, 0.6, 2)
    if (random() < 0.5) sentences.push(`Denk aan ${some(kind.keywords, 0.5, 1).join(', ')}.`)
    for (let left = random() < 0.55 ? 1 : random() < 0.3 ? 2 : 0; left > 0; left--) {
      const other = pick(all)
      if (other !== kind) sentences.push(pick(distracting)(() => [small(pick(other.names)), pick(other.keywords)]))
    }
    for (let left = 1 + below(4); left > 0; left--) sentences.push(pick(generic))
    if (random() < 0.7) sentences.push(`Deze activiteit is onderdeel van ons ${tail()} en sluit aan bij de ${tail()}.`)
    if (random() < 0.6) sentences.push(`Het aanbod bestaat uit ${tail()}, ${tail()} en ${tail()}.`)
    if (random() < 0.5) sentences.push(`Contactpersoon is ${pick(firstNames)} ${pick(surnames)}, ${tail()}.`)
    for (let at = sentences.length - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[sentences[at], sentences[other]] = [sentences[other]!, sentences[at]!]
    }
    let description = ''
    for (const sentence of sentences) {
      const whole = sentence.endsWith('.') ? sentence : `${sentence}.`
      if ((description + whole).split(/\s+/).length > 118) break
      description += (description ? ' ' : '') + capital(whole)
    }
    while (description.split(/\s+/).length < 40) description += ` ${pick(generic)}`
    const opens = 8 + below(3)
    const closes = 16 + below(5)
    // A street and a house number stand in the shared documents; drawing them keeps the rest the same.
    pick(streets)
    random()
    const latitude = Number((centre[0] + ((number % 4) - 1.5) * 0.025 + (random() - 0.5) * 0.03).toFixed(5))
    const longitude = Number((centre[1] + (Math.floor(number / 4) - 1) * 0.05 + (random() - 0.5) * 0.04).toFixed(5))
    const hours = ['ma', 'di', 'wo', 'do', 'vr']
      .filter(() => random() < 0.7)
      .map((day) => `${day} ${opens}:00-${closes}:00`)
      .join(', ')
    random()
    random()
    const { themes, groups } = kind
    return {
      id,
      kind: kind.id,
      name,
      organization,
      description,
      themes,
      groups,
      keywords,
      place,
      municipality,
      latitude,
      longitude,
      hours,
    }
  }
  return Array.from({ length: count }, (_, id) => document(id))
}
