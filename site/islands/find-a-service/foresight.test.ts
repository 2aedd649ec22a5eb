import { describe, expect, test } from 'vitest'
import { Foresight } from './foresight.ts'

const said = (text: string) => `answer to ${text}`

describe('what somebody is likely to type next', () => {
  test('is made while nobody types, and given when it is typed', async () => {
    const foresight = new Foresight<string>()
    await foresight.look(['index'], 'huu', said)
    expect(foresight.take(['index'], 'huur')).toBe('answer to huur')
    expect(foresight.take(['index'], 'huurt')).toBe(undefined)
    expect(foresight.take(['index'], 'huuq')).toBe('answer to huuq')
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
    expect(made).toEqual(['ik ', 'ike', 'ikn'])
    expect(foresight.take(['index'], 'ike')).toBe(undefined)
  })
})
