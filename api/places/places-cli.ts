/** `npm run places -- --municipality NAME`: postcodes and the outline of the municipality into the directory. */
import { parseArgs } from 'node:util'
import { type DirectoryTables, connect } from '../db.ts'
import { readEnv } from '../env.ts'
import { CannotStart, runCommand } from '../installation/cannot-start.ts'
import { openInstallation } from '../installation/open.ts'
import { terminalProgress } from '../installation/progress.ts'
import { type PlacesWish, importPlaces, services } from './import.ts'

const help = `npm run places -- --municipality NAME [--year YEAR] [--boundaries URL] [--postcodes URL]

Fetches the outline of the municipality (Kadaster) and the postcode areas in and around it (CBS), and puts them in the
directory in one transaction, in the place of those that were there. Residents' postcodes are then found on their own
device. What else the drawn map holds stays. Publish afterwards: npm run publish.

  --municipality NAME  its name or code: Utrecht, 0344 or GM0344
  --year YEAR          of the postcode areas; by default 2024
  --boundaries URL     another address of the boundaries, such as a copy of one's own; by default
                       ${services.boundaries}
  --postcodes URL      the same for the postcode areas; by default
                       ${services.postcodes}

Name "Kadaster" and "CBS" as the source where you show them. Ends with 0, or with 1 when nothing was changed.`

await runCommand(async () => {
  const wish = readArguments()
  if (wish === null) return console.log(help)
  const progress = terminalProgress()
  const installation = await openInstallation(readEnv(), progress)
  const db = connect<DirectoryTables>(installation.urls.publisher, 2)
  try {
    await progress.run(
      'places',
      () => importPlaces(db, { ...wish, tell: (line) => progress.note(`          ${line}`) }),
      ({ municipality, code, corners, postcodes }) =>
        `${municipality} (${code}), outline of ${corners} corners, ${postcodes} postcodes`,
    )
    console.log('Not yet on the site: npm run publish')
  } finally {
    await db.destroy()
    await installation.close()
  }
})

/** Null for who asks for help. */
function readArguments(): PlacesWish | null {
  const string = { type: 'string' } as const
  const { values } = (() => {
    try {
      return parseArgs({
        options: {
          municipality: string,
          year: string,
          boundaries: string,
          postcodes: string,
          help: { type: 'boolean', short: 'h' },
        },
      })
    } catch {
      throw new CannotStart(help)
    }
  })()
  if (values.help) return null
  const { municipality, year = '2024', boundaries, postcodes } = values
  const faults = [
    ...(municipality?.trim() ? [] : ['--municipality is missing: its name or code.']),
    ...(/^20\d{2}$/.test(year) ? [] : [`--year is a year, not "${year}".`]),
    ...Object.entries({ boundaries, postcodes }).flatMap(([name, url]) =>
      url === undefined || /^https?:$/.test(URL.parse(url)?.protocol ?? '')
        ? []
        : [`--${name} is an address, not "${url}".`],
    ),
  ]
  if (faults.length > 0 || municipality === undefined) throw new CannotStart(`${faults.join('\n')}\n\n${help}`)
  return { municipality, year: Number(year), boundaries, postcodes }
}
