/** Mail leaves by SMTP where that is configured; otherwise each one is a file in DATA_DIR/mail, to be looked at. */
import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** One mail to one address. The same id again is the same mail: a server that has it already may drop it. */
export type Letter = { id: string; to: string; subject: string; text: string }

export type Mail = {
  /** Resolves when the mail was taken over. What it throws may hold the address: only its `code` may be logged. */
  send: (letter: Letter) => Promise<void>
  close: () => void
}

const WAIT_MS = 15_000

export function openMail(given: {
  smtpUrl: string | null
  mailFrom: string
  dataDir: string
  publicUrl: string
}): Mail {
  const envelope = ({ id, to, subject, text }: Letter) => ({
    from: given.mailFrom,
    to,
    subject,
    text,
    messageId: `<${id}@${new URL(given.publicUrl).hostname}>`,
    // So that out-of-office answers stay away.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return given.smtpUrl === null ? toFiles(given.dataDir, envelope) : bySmtp(given.smtpUrl, envelope)
}

type Envelope = (letter: Letter) => Record<string, unknown>

function bySmtp(smtpUrl: string, envelope: Envelope): Mail {
  const transport = createTransport(smtpUrl, {
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  } as Record<string, unknown>)
  return {
    send: async (letter) => {
      await transport.sendMail(envelope(letter))
    },
    close: () => transport.close(),
  }
}

function toFiles(dataDir: string, envelope: Envelope): Mail {
  const folder = join(dataDir, 'mail')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (letter) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const { message } = await transport.sendMail(envelope(letter))
      const path = join(folder, `${letter.id}.eml`)
      // Whole or not at all; the same mail once more is the same file.
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600, flush: true })
      await rename(`${path}.part`, path)
    },
    close: () => transport.close(),
  }
}
