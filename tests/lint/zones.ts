/**
 * Who may import what. The first zone a file belongs to decides; what it does not allow is an error that says why.
 * Targets are paths from the top of the repository, or the names of packages. `$room` is the folder of the importer.
 */
export type Zone = {
  files: RegExp
  /** Allowed targets; absent: everything that `never` does not name. */
  only?: RegExp[]
  never?: RegExp[]
  why: string
}

const node = /^node:/
/** `queries.ts`, or `desk-queries.ts` where a room has more than one. */
const roomFile = (name: string) => new RegExp(`^api/[^/]+/([a-z-]+-)?${name}\\.ts$`)
const own = /^api\/\$room\//
const laws =
  /^api\/(matters\/matter|signals\/signal|transfers\/transfer|consults\/consult|agreements\/agreement|guidance\/guidance|alarms\/alarm|[^/]+\/codes)\.ts$/
/** What the site may read of the API: what travels over the wire, the codes that it has words for, how a text falls apart. */
const schemas = /^api\/([^/]+\/([a-z-]+-)?(schema|codes)|publish\/text-parts|bulk|errors|permissions|viewer)\.ts$/
const searchForPages = /^search\/(document|settings|engine|embedded\/.+|dutch\/.+)\.ts$/
const serverPackages = /^(hono|@hono\/|kysely|pg$|pino|lucia|nodemailer|csv-parse)/

export const zones: Zone[] = [
  {
    files: /^api\/app\.ts$/,
    only: [node, /^hono/, /^api\/http\//, roomFile('routes'), /^api\/(deps|errors|permissions)\.ts$/],
    why: 'app.ts is the table of contents: it mounts the routes of each room and knows no actions or queries.',
  },
  {
    files: roomFile('routes'),
    only: [own, /^api\/http\//, /^api\/(deps|viewer|errors|permissions|text)\.ts$/, /^hono/, /^zod$/],
    never: [/^api\/\$room\/queries\.ts$/],
    why: 'routes.ts goes from URL to schema to action to view: no SQL, no decisions, no other rooms.',
  },
  {
    files: roomFile('actions'),
    only: [
      own,
      roomFile('queries'),
      laws,
      /^api\/audit\/context\.ts$/,
      /^api\/http\/rate-limit\.ts$/,
      // The only file that knows tokens: signing in and links open sessions through it.
      /^api\/accounts\/sessions\.ts$/,
      /^api\/(bulk|deps|viewer|errors|db|text|calendar|permissions)\.ts$/,
      /^search\/engine\.ts$/,
      node,
    ],
    never: [/^api\/\$room\/routes\.ts$/],
    why: "actions.ts speaks to its own room and to other rooms' queries and laws: no Hono, no actions of another room.",
  },
  {
    files: laws,
    only: [/^api\/errors\.ts$/, /^api\/\$room\/codes\.ts$/],
    why: 'a life cycle is pure law: no clock, no database, no zod. It may only refuse (errors.ts).',
  },
  {
    files: roomFile('queries'),
    only: [
      own,
      /^kysely$/,
      /^api\/(db|errors|viewer)\.ts$/,
      laws,
      roomFile('table'),
      /^api\/http\/rate-limit\.ts$/,
      node,
    ],
    never: [/^api\/\$room\/(actions|routes|view)\.ts$/],
    why: 'queries.ts holds the SQL of its room: it knows tables and laws, never Hono or actions.',
  },
  {
    files: roomFile('schema'),
    only: [/^zod$/, /^api\/text\.ts$/, laws, schemas],
    why: 'the site reads schema.ts, so it may bring along nothing but zod, text.ts and the constants of a law.',
  },
  {
    files: roomFile('table'),
    only: [/^kysely$/, laws, /^api\/viewer\.ts$/],
    why: 'table.ts says what a row holds, in types.',
  },
  {
    files: /^api\/jobs\//,
    never: [/^hono/, /^@hono\//, /^api\/http\//, roomFile('routes')],
    why: 'a job answers to nobody: it uses actions and queries, never Hono.',
  },
  {
    files: /^search\/meili\//,
    never: [/^(api|site|migrations|tests)\//],
    why: 'search/ is a leaf: rows come in as arguments.',
  },
  {
    files: /^search\//,
    never: [/^(api|site|migrations|tests)\//, /^meilisearch/],
    why: 'search/ is a leaf: rows come in as arguments, and only search/meili/ knows Meilisearch.',
  },
  {
    files: /^site\/islands\/[^/]+\/(leaflet-(map|ground|signs|move)|cluster)\.ts$/,
    only: [/^(leaflet|supercluster)$/, /^site\/islands\/\$island\//, /^site\/(parts|lib|styles)\//, schemas],
    why: 'the map stands behind these files, which keep no state of their own.',
  },
  {
    files: /^site\/islands\//,
    only: [/^site\/islands\/\$island\//, /^site\/(parts|lib)\//, schemas, searchForPages, /^preact/, /^@preact\//],
    why: 'an island knows its own folder, site/parts, site/lib, schemas and the search: no other island, no Leaflet.',
  },
  {
    files: /^site\//,
    only: [/^site\//, schemas, searchForPages, /^(?!api\/|search\/|migrations\/|tests\/)/],
    never: [serverPackages, /^leaflet$/],
    why: "the site reads the API's schemas and the search, never its rooms, its database or its server.",
  },
  {
    files: /^migrations\/index\.ts$/,
    only: [/^kysely/, /^migrations\//],
    why: 'a migration must mean the same for ever: it imports kysely and nothing that changes.',
  },
  {
    files: /^migrations\//,
    only: [/^kysely$/, /^migrations\/\d{4}-[^/]+\.ts$/],
    why: 'a migration must mean the same for ever: it imports kysely and nothing that changes.',
  },
]

/** Rules on what is imported, whoever imports it; `except` are the files that may. */
const targets: { target: RegExp; except: RegExp; why: string }[] = [
  { target: /^api\/main\.ts$/, except: /^$/, why: 'main.ts is the process: nobody imports it.' },
  {
    target: /^lucia$/,
    except: /^api\/accounts\/sessions\.ts$/,
    why: 'accounts/sessions.ts is the only file that knows Lucia and tokens.',
  },
  {
    target: /^leaflet$/,
    except: /^site\/islands\/[^/]+\/leaflet-(map|ground|signs|move)\.ts$/,
    why: "Leaflet stands behind the map's own files.",
  },
  {
    target: /^(pg|@hono\/node-server)$/,
    except: /^(api\/(db\.ts|installation\/)|api\/embedded\/|api\/http\/|tests\/)/,
    why: 'connections are opened in db.ts and handed over in deps.',
  },
  { target: /^tests\//, except: /^(tests\/|site\/lib\/snapshot\.ts)/, why: 'what runs must not need the tests.' },
]

/** Names that only one place may take out of a file. */
const names: { target: string; name: string; except: RegExp; why: string }[] = [
  {
    target: 'api/db.ts',
    name: 'unseal',
    except: /^(api\/audit\/context\.ts|tests\/)/,
    why: 'withContext (audit/context.ts) is the only way to personal data.',
  },
]

/** Why `file` may not import `target` (and, where given, the names from it); null when it may. */
export function objection(file: string, target: string, imported: readonly string[] = []): string | null {
  if (/\.test\.tsx?$/.test(file)) return null
  const general = targets.find((rule) => rule.target.test(target) && !rule.except.test(file))
  if (general) return general.why
  const named = names.find((rule) => rule.target === target && imported.includes(rule.name) && !rule.except.test(file))
  if (named) return named.why

  const zone = zones.find((each) => each.files.test(file))
  if (!zone) return null
  const [, folder = '', sub = ''] = file.split('/')
  const fill = (pattern: RegExp) =>
    new RegExp(pattern.source.replaceAll('\\$room', escape(folder)).replaceAll('\\$island', escape(sub)))
  const refused = zone.never?.some((pattern) => fill(pattern).test(target)) ?? false
  const allowed = zone.only ? zone.only.some((pattern) => fill(pattern).test(target)) : true
  return refused || !allowed ? zone.why : null
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
