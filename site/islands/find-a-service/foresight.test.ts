import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../search/dutch/text.ts'
import { Foresight, follows } from './foresight.ts'

const said = (text: string) => `answer to ${text}`

describe('what somebody is likely to type next', () => {
  test('is made while nobody types, and given when it is typed', async () => {
    const foresight = new Foresight<string>()
    await foresight.look(['index'], 'huu', said)
    expect(foresight.take(['index'], 'huur')).toBe('answer to huur')
    expect(foresight.take(['index'], 'huurt')).toBe(undefined)
    expect(foresight.take(['index'], 'huup')).toBe('answer to huup')
  })

  test('is not given when something else is asked with it, or of another index', async () => {
    const foresight = new Foresight<string>()
    await foresight.look(['index', 'Assen'], 'huu', said)
    expect(foresight.take(['index', 'Emmen'], 'huur')).toBe(undefined)
    expect(foresight.take(['another', 'Assen'], 'huur')).toBe(undefined)
  })

  test('is given up as soon as something is typed, and when nothing more is wanted', async () => {
    const foresight = new Foresight<string>()
    const made: string[] = []
    const note = (text: string) => {
      made.push(text)
      if (made.length === 3) foresight.stop()
      return text
    }
    const first = foresight.look(['index'], 'a', note)
    const second = foresight.look(['index'], 'ik', note)
    await Promise.all([first, second])
    expect(made).toEqual(['ik ', 'ike', 'ika'])
    expect(foresight.take(['index'], 'ike')).toBe(undefined)
  })

  test('is what mostly follows in what people say, of whatever stands before', async () => {
    const foresight = new Foresight<string>()
    const foreseen: string[] = []
    for (const text of ['', 'Q', 'auto 4', 'café']) {
      foreseen.length = 0
      await foresight.look([], text, (next) => (foreseen.push(next), next))
      expect(foreseen[0]).toBe(text + { '': 'm', Q: 'u', 'auto 4': 'm', café: 'm' }[text])
    }
    expect(countedFollows()).toEqual(follows)
  })
})

/** The share of what follows a letter that is answered beforehand. */
const most = 0.98

/** The letters that follow each other in search/said/lines. */
function countedFollows(): Record<string, string> {
  const folder = new URL('../../../search/said/lines/', import.meta.url)
  const counts = new Map<string, Map<string, number>>()
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts)
  for (const file of readdirSync(folder))
    for (const text of texts(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))) {
      const words = ` ${fold(text)
        .replaceAll(/[^a-z ]/g, '')
        .split(/ +/)
        .join(' ')
        .trim()} `
      for (let at = 0; at + 1 < words.length; at++) {
        const after = counts.get(words.charAt(at)) ?? new Map<string, number>()
        counts.set(words.charAt(at), after.set(words.charAt(at + 1), (after.get(words.charAt(at + 1)) ?? 0) + 1))
      }
    }
  const rows = [...counts].map(([letter, after]) => {
    const whole = [...after.values()].reduce((sum, count) => sum + count, 0)
    let seen = 0
    const byCount = [...after].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    const first = byCount.filter(([, count]) => {
      const wanted = seen < most * whole
      seen += count
      return wanted
    })
    return [letter, first.map(([next]) => next).join('')] as const
  })
  return Object.fromEntries(rows)
}
