/** A municipality may repaint the house, but not so that people cannot read it (WCAG 1.4.3, 1.4.11). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8')
const colours = new Map(
  [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
)
const colour = (name: string) => {
  const value = name.startsWith('#') ? name : colours.get(name)
  if (!value) throw new Error(`${name} is not in theme.css`)
  return value
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const ramp = (name: string, step: number) => `voorbeeld-kleuren-${name}-${step}`

describe('text reads at 4.5 to 1', () => {
  test.each([
    [ramp('grijs', 700), '#ffffff'],
    [ramp('grijs', 500), '#ffffff'],
    [ramp('grijs', 500), ramp('violet', 100)],
    [ramp('grijs', 500), 'vd-frame-light'],
    [ramp('violet', 500), '#ffffff'],
    [ramp('violet', 500), ramp('violet', 100)],
    [ramp('blauw', 500), 'vd-frame-light'],
    ['#ffffff', ramp('violet', 700)],
    ['vd-frame', ramp('violet', 700)],
    ['vd-on-frame', 'vd-frame-strong'],
    ['vd-on-frame', 'vd-frame'],
  ])('%s on %s', (text, ground) => expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5))
})

describe('borders of fields and the focus ring are seen at 3 to 1', () => {
  test.each([
    [ramp('grijs', 400), '#ffffff'],
    [ramp('violet', 400), '#ffffff'],
    ['basis-focus-outline-color', '#ffffff'],
    ['basis-focus-inverse-outline-color', ramp('violet', 700)],
  ])('%s on %s', (line, ground) => expect(contrast(line, ground)).toBeGreaterThanOrEqual(3))
})
