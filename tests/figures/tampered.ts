/** A visit to a page that was broken on purpose. */
import { type Visit, tamper, visit } from '../cases/visit.ts'
import type { Bench } from './bench.ts'

export async function tamperedVisit(bench: Bench, path: string, change: Parameters<typeof tamper>[2]): Promise<Visit> {
  const { url, visitor } = await bench.house()
  const context = await visitor(await bench.browser())
  try {
    await tamper(context, url, change)
    await context.route('https://derde.example/**', (route) => route.fulfill({ status: 204 }))
    return await visit(context, url, path)
  } finally {
    await context.close()
  }
}
