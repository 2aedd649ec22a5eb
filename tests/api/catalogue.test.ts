/** The catalogue of the database holds what `cases/catalogue.ts` asks; each question was seen to find something. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checks, findings, findingsWhenBroken } from '../cases/catalogue.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
beforeAll(async () => {
  house = await freshDatabase()
})
afterAll(() => house.close())

describe('the catalogue of the database', () => {
  test.each(checks)('$name', async (check) => {
    expect(await findings(check, house.migrator)).toEqual([])
  })

  test.each(checks)('seen when broken: $name', async (check) => {
    expect(await findingsWhenBroken(check, house.migrator), check.breakIt).not.toEqual([])
  })
})
