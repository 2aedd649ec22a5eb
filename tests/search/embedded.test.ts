import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../search/embedded/build.ts'
import { IndexRefused, openIndex } from '../../search/embedded/open.ts'
import { documents, engineCases, settings } from './cases.ts'
import { filteredCases } from './cases-filtered.ts'
import { typedCases } from './cases-typed.ts'
import { directory, directorySettings } from './directory.ts'

const stages = buildIndex(documents, settings)

describe('the index that travels with the page', () => {
  engineCases(() => openIndex(stages))

  const whole = buildIndex(directory, directorySettings)
  typedCases(() => openIndex(whole))
  filteredCases(() => openIndex(whole))

  test('the same directory gives the same bytes', () => expect(buildIndex(documents, settings)).toEqual(stages))

  test('bytes that are no index are refused', () =>
    expect(() => openIndex([new Uint8Array([1, 2, 3])])).toThrow(IndexRefused))

  test('an empty directory answers every question with nothing', async () => {
    const empty = openIndex(buildIndex([], settings))
    expect(await empty.search({ text: 'geld', place: 'lindeveen' })).toMatchObject({ hits: [], total: 0 })
  })
})
