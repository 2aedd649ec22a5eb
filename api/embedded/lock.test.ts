/** When a lock that PostgreSQL left may be taken away: on real files, beside a process that is alive. */
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearStaleLock } from './lock.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'voordeur-lock-'))
  for (const name of sockets) writeFileSync(join(data, name), '')
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const sockets = ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']
const lockOf = (pid: number) => `${pid}\n/data\n0\n5432\n${data}\n\n`
const write = (text: string) => writeFileSync(join(data, 'postmaster.pid'), text)
/** What is left after clearing; the data folder is the socket folder too. */
const left = () => {
  clearStaleLock(data, data)
  return readdirSync(data).toSorted()
}

test('without a lock nothing is touched: another start may be making its socket', () => {
  expect(left()).toEqual(sockets)
})

test('a lock whose number another program has got since goes, and its socket with it', () => {
  write(lockOf(process.pid))
  expect(left()).toEqual([])
})

test('so does one of a process that is gone', () => {
  write(lockOf(2 ** 22 + 1))
  expect(left()).toEqual([])
})

test('one that is just being written stays; cut off long ago it goes', () => {
  write('')
  expect(left()).toEqual([...sockets, 'postmaster.pid'])
  const minuteAgo = Date.now() / 1000 - 60
  utimesSync(join(data, 'postmaster.pid'), minuteAgo, minuteAgo)
  expect(left()).toEqual([])
})
