import { checks, findings, findingsWhenBroken } from '../cases/catalogue.ts'
import { freshDatabase } from '../setup/database.ts'
import { type Figure, counting } from './figure.ts'

export const catalogue: Figure = {
  id: 'catalogue',
  what: 'questions to the database’s catalogue find nothing wrong (row-level security, rights, owners)',
  run: async (bench) => {
    const house = await freshDatabase(await bench.cluster())
    const count = counting()
    for (const check of checks) {
      const found = await findings(check, house.migrator)
      count.hold(found.length === 0, `${check.name}: ${found.join(', ')}`)
    }
    await house.close()
    return count
  },
  control: async (bench) => {
    const house = await freshDatabase(await bench.cluster())
    const count = counting()
    for (const check of checks) {
      const found = await findingsWhenBroken(check, house.migrator)
      count.hold(found.length === 0, check.breakIt)
    }
    await house.close()
    // Every question must have found what was broken for it; one that did not is as if nothing was broken.
    if (count.held > 0) return { broke: `${count.held} questions saw nothing`, tried: 1, held: 1, lost: count.lost }
    return { broke: `what each question looks at, one by one (${checks[0]?.breakIt}, …)`, ...count }
  },
}
