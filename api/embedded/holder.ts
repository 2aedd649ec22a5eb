/** Who uses the embedded server, so that the last one to leave stops it. */
import pg from 'pg'

const usersLock = 7_304_201

/**
 * One connection that says "somebody uses this server"; it goes with the process, however that ends.
 * Out: whether nobody else used it, and `leave`, which calls `last` when nobody else does any more.
 */
export async function hold(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'voordeur in use', keepAlive: true })
  let leaving = false
  let tell: () => void = () => undefined
  client.on('error', () => undefined)
  client.on('end', () => {
    if (!leaving) tell()
  })
  await client.connect()
  const first = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${usersLock}) as alone`)
  const alone = first.rows[0]?.alone === true
  // Shared before the exclusive one is given back: at no moment does the server look unused.
  await client.query(`select pg_advisory_lock_shared(${usersLock})`)
  if (alone) await client.query(`select pg_advisory_unlock(${usersLock})`)
  return {
    alone,
    onLost: (next: () => void) => {
      tell = next
    },
    leave: async (last: () => Promise<void>) => {
      if (leaving) return
      leaving = true
      if (await isLast(client)) await last()
      await client.end().catch(() => undefined)
    },
  }
}

/** Whether nobody else uses the server now. A connection that is cut meanwhile means that another last user stops it. */
async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${usersLock})`)
    const asked = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${usersLock}) as last`)
    return asked.rows[0]?.last === true
  } catch {
    return false
  }
}
