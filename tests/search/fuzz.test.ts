import { expect, test } from 'vitest'
import { fuzzFiles, fuzzQueries } from './fuzz.ts'

test('no question breaks it', () => expect(fuzzQueries(300, 3000).failed).toEqual([]))

test('no damaged file is answered from', () => expect(fuzzFiles(60, 400).failed).toEqual([]))
