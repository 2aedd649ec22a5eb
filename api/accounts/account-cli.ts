/**
 * npm run account -- --email beheer@example.nl --name "Beheerder" --organization "Gemeente …" --role administrator
 *
 * Makes an account, for instance the first administrator. The password is asked at the terminal, or is the first line
 * of standard input; never an argument, which every process on the machine can read.
 */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { CannotStart, runCommand } from '../installation/cannot-start.ts'
import { readEnv } from '../env.ts'
import { openInstallation } from '../installation/open.ts'
import { terminalProgress } from '../installation/progress.ts'
import { roles } from '../viewer.ts'
import { asOwner, createAccount } from './create.ts'
import { signInSchema } from './schema.ts'

const usage = `Usage: npm run account -- --email ADDRESS --name FUNCTION --organization "NAME OR ID" --role ROLE [--role ROLE]
Roles: ${roles.join(', ')}
The password is asked, or read from standard input.`

const schema = z.strictObject({
  email: signInSchema.shape.email,
  name: z.string().trim().min(1).max(120),
  organization: z.string().trim().min(1),
  role: z.array(z.enum(roles)).min(1),
})

function readArguments() {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: { email: text, name: text, organization: text, role: { type: 'string', multiple: true } },
    })
    return schema.parse(values)
  } catch {
    throw new CannotStart(usage)
  }
}

/** Without an echo: the prompt goes to standard error, what is typed goes nowhere. */
async function askPassword(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  try {
    if (!process.stdin.isTTY) {
      for await (const line of lines) return line
      throw new CannotStart('No password came in on standard input.')
    }
    const first = await prompted(lines, 'Password: ')
    if ((await prompted(lines, 'Once more: ')) !== first) throw new CannotStart('The two passwords differ.')
    return first
  } finally {
    lines.close()
  }
}

async function prompted(lines: ReturnType<typeof createInterface>, prompt: string): Promise<string> {
  process.stderr.write(prompt)
  const answer = await lines.question('')
  process.stderr.write('\n')
  return answer
}

await runCommand(async () => {
  const asked = readArguments()
  const password = await askPassword()
  const installation = await openInstallation(readEnv(), terminalProgress(console.error))
  try {
    const { organization } = await asOwner(installation.url, (tx) =>
      createAccount(tx, { ...asked, roles: asked.role, password }),
    )
    console.log(`The account ${asked.email} of ${organization} can sign in as ${asked.role.join(', ')}.`)
  } finally {
    await installation.close()
  }
})
