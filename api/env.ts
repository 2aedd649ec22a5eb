/** The environment, read once and frozen. No other file of the API reads process.env (lint). */
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Pool, type PoolUrls, logins } from './installation/bootstrap.ts'
import { CannotStart } from './installation/cannot-start.ts'

export type Env = Readonly<{
  port: number
  host: string
  /** Everything a run makes lives here; an absolute path. */
  dataDir: string
  /** What this process does: `work` answers people and runs no jobs, `jobs` the other way round (protection.md 0.7). */
  process: 'all' | 'work' | 'jobs'
  /** Null: the embedded database. */
  databaseUrl: string | null
  /** Programs of another PostgreSQL for the embedded database. */
  pgBin: string | null
  /** Asked for with DEMO=1; an embedded database that is empty gets the demo unless DEMO=0. */
  demo: boolean | null
  /** The address people use, without a slash at the end. */
  publicUrl: string
  /** Proxies of one's own in front; without them X-Forwarded-For is not believed. */
  trustedProxies: number
  /** Sites that may put the search box in a frame of theirs. */
  embedOrigins: readonly string[]
  /** Whether partners' systems may be told at addresses inside one's own network, and without https. */
  insideWebhooks: boolean
  /** How many days after a report is settled the address of who sent it is erased. */
  eraseAfterDays: number
  /** Where a hole in the site's safety is reported (RFC 9116); null: the municipality's own address. */
  securityContact: string | null
  /** Where the map gets its pictures: `none` draws it, `pdok-proxy` fetches the national base map and keeps it. */
  tiles: 'none' | 'pdok-proxy'
  /** 32 bytes; null: made once and kept in DATA_DIR/secrets.json. */
  secretKey: Uint8Array | null
  /** Null: mails are files in DATA_DIR/mail. */
  smtpUrl: string | null
  /** The Meilisearch that answers searches over the wire; null: the embedded engine alone. */
  meili: Readonly<{ url: string; key: string | null }> | null
  mailFrom: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Addresses of pools that are not to be derived from DATABASE_URL. */
  pools: Partial<PoolUrls>
}>

const variables: Record<Pool, string> = {
  app: 'APP_DATABASE_URL',
  public: 'PUBLIC_DATABASE_URL',
  publisher: 'PUBLISHER_DATABASE_URL',
  jobs: 'JOBS_DATABASE_URL',
  follow: 'FOLLOW_DATABASE_URL',
}

const postgresUrl = (login?: string) =>
  z
    .string()
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text.replace('@/', '@localhost/')), {
      error: 'must look like postgres://login:password@host:5432/database',
    })
    .refine((text) => !login || new URL(text.replace('@/', '@localhost/')).username === login, {
      error: `must sign in as ${login}: the rights in the database belong to that login`,
    })
    .optional()

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'must be a number from 0 to 65535' })
    .default(4321),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().default('var'),
  PROCESS: z
    .enum(['all', 'work', 'jobs'], { error: 'must be all, work (answers people) or jobs (deadlines and mail)' })
    .default('all'),
  DATABASE_URL: postgresUrl(),
  PG_BIN: z.string().optional(),
  DEMO: z.enum(['0', '1'], { error: 'must be 1 (load the demo) or 0 (do not)' }).optional(),
  PUBLIC_URL: z
    .string()
    .refine((text) => /^https?:\/\/[^/?#]+\/?$/.test(text) && URL.canParse(text), {
      error: 'must be an address without a path, like https://voordeur.example.nl',
    })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9]$/, { error: 'must be how many proxies stand in front, 0 to 9' })
    .transform(Number)
    .default(0),
  EMBED_ORIGINS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine((list) => list.every((origin) => /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(origin)), {
      error: 'must be addresses without a path, with a comma between: https://www.example.nl,https://example.nl',
    })
    .default([]),
  WEBHOOKS_INSIDE: z
    .enum(['0', '1'], { error: 'must be 1 (addresses inside are allowed) or 0 (they are not)' })
    .default('0'),
  REPORT_ADDRESS_DAYS: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'must be a number of days, 0 to 999' })
    .transform(Number)
    .default(30),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/, {
      error: 'must be mailto:…, https://… or tel:… (RFC 9116)',
    })
    .optional(),
  TILES: z
    .enum(['none', 'pdok-proxy'], { error: 'must be none (a drawn map) or pdok-proxy (the national base map)' })
    .default('none'),
  SECRET_KEY: z
    .string()
    .refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), {
      error: 'must be 32 random bytes in base64 (openssl rand -base64 32)',
    })
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, { error: 'must look like smtp://login:password@host:587' })
    .optional(),
  MEILI_URL: z
    .string()
    .refine((text) => /^https?:\/\/[^\s?#]+$/.test(text) && URL.canParse(text), {
      error: 'must be an address, like http://localhost:7700',
    })
    .optional(),
  MEILI_KEY: z.string().optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\s]+@[^@\s]+$|^[^<>]+ <[^@\s]+@[^@\s]+>$/, { error: 'must be an e-mail address' })
    .default('Voordeur <voordeur@localhost>'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
  APP_DATABASE_URL: postgresUrl(logins.app),
  PUBLIC_DATABASE_URL: postgresUrl(logins.public),
  PUBLISHER_DATABASE_URL: postgresUrl(logins.publisher),
  JOBS_DATABASE_URL: postgresUrl(logins.jobs),
  FOLLOW_DATABASE_URL: postgresUrl(logins.follow),
})

/** Reads and checks it all. Refused with every fault at once, by the name of the variable; values are never repeated. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // An empty variable is one that was not set: that is how compose files leave them.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new CannotStart(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'))
  }
  const env = parsed.data
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    process: env.PROCESS,
    databaseUrl: env.DATABASE_URL ?? null,
    pgBin: env.PG_BIN ?? null,
    demo: env.DEMO === undefined ? null : env.DEMO === '1',
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    trustedProxies: env.TRUSTED_PROXIES,
    embedOrigins: Object.freeze(env.EMBED_ORIGINS),
    insideWebhooks: env.WEBHOOKS_INSIDE === '1',
    eraseAfterDays: env.REPORT_ADDRESS_DAYS,
    securityContact: env.SECURITY_CONTACT ?? null,
    tiles: env.TILES,
    secretKey: env.SECRET_KEY ? Buffer.from(env.SECRET_KEY, 'base64') : null,
    smtpUrl: env.SMTP_URL ?? null,
    meili: env.MEILI_URL ? Object.freeze({ url: env.MEILI_URL, key: env.MEILI_KEY ?? null }) : null,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    pools: Object.fromEntries(
      Object.entries(variables).flatMap(([pool, name]) => {
        const url = env[name as keyof typeof env]
        return typeof url === 'string' ? [[pool, url]] : []
      }),
    ),
  })
}
