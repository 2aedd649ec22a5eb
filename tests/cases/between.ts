/** Things between two organisations that hang on no matter, for the permission matrix: how each comes to its state. */
import { reportError } from '../../api/reports/actions.ts'
import type { Role } from '../../api/viewer.ts'
import { accounts } from '../factories/accounts.ts'
import type { BetweenLine } from '../api/permission-lines.ts'
import { knowService, knowTheme } from '../factories/directory.ts'
import type { FreshDatabase } from '../setup/database.ts'
import { type Person, type Send, signalDraft } from './walk.ts'
import { nothingTyped } from '../factories/sheets.ts'

type Organization = Record<Role, Person>

/** `school` asks, `team` answers. */
export async function between(
  send: Send,
  house: FreshDatabase,
  { school, team }: Record<'school' | 'team', Organization>,
) {
  await knowTheme(house, 'opgroeien')
  // A desk of theirs where nobody has an account.
  const bare = await accounts(house).desk(school.worker.organization, 'Spreekuur')
  const bodies: Record<string, unknown> = {
    'POST /consults': {
      organizationId: team.worker.organization,
      deskId: team.worker.desk,
      theme: 'opgroeien',
      question: 'Wat helpt bij een kind dat niet slaapt?',
    },
    'POST /consults/:id/answer': { answer: 'Begin bij de jeugdverpleegkundige.' },
    'POST /consults/:id/close': { decision: 'line0' },
    'POST /reports/:id/take': { version: 1 },
    'POST /reports/:id/settle': { version: 1, outcome: 'mended' },
    'POST /reports/:id/reopen': { version: 2 },
    'POST /signposts': { theme: 'opgroeien', deskId: team.worker.desk },
    'POST /work/find': { reference: 'ABCD' },
    'POST /team/absences': {
      memberId: school.administrator.member,
      from: '2026-12-01',
      until: '2026-12-02',
      deputyId: school.worker.member,
    },
    'POST /team/absences/end': { id: '00000000-0000-4000-8000-000000000001' },
    'POST /team/closings': { deskId: school.worker.desk, from: '2026-12-24', until: '2026-12-31' },
    'POST /team/closings/end': { deskId: school.worker.desk, from: '2026-12-24' },
    'POST /team/norm': { deskId: school.worker.desk, norm: 100 },
    'PUT /notifications/settings': { mail: 'digest', digestHour: 8, quietFrom: 18, quietUntil: 7, shortcuts: false },
    'POST /signals/bulk': { command: 'take', items: [{ id: '00000000-0000-4000-8000-000000000001', version: 1 }] },
    'POST /transfers/bulk': { command: 'accept', items: [{ id: '00000000-0000-4000-8000-000000000001', version: 1 }] },
    'POST /consults/:id/guidance': { question: 'Wat helpt als een kind niet slaapt?', answer: 'Rust.' },
    'POST /guidance/:id/refuse': { reason: 'Klopt niet meer.' },
    'POST /signals/alike': { name: 'Gezin in de proef' },
    'POST /sheets': { typed: nothingTyped },
    'PUT /sheets/:id': { typed: nothingTyped },
    'POST /sheets/:id/send': { signal: signalDraft(team.worker.desk), alikeSeen: true },
    'POST /meetings': {
      kind: 'sot',
      days: ['2026-12-01'],
      at: '15:30',
      guests: [{ deskId: team.worker.desk, role: 'youth_nurse' }],
    },
    'PUT /meetings/:id': {
      day: '2026-12-02',
      at: '15:30',
      guests: [{ deskId: team.worker.desk, role: 'youth_nurse' }],
    },
    'POST /agreements': {
      from: { organizationId: school.worker.organization },
      to: { organizationId: team.worker.organization },
      purpose: 'Hulp bij opvoeden',
      criteria: 'Kinderen tot 12 jaar',
      needed: 'Een signaal met de vraag van de ouders',
      contactRoute: 'Via de aanmelding',
      answerDays: 2,
      contactDays: 4,
      startDays: 8,
      validFrom: '2026-12-01',
    },
    'POST /partners/keys': { name: 'Dossiersysteem', commands: ['copy'], days: 90 },
    'POST /links/contacts': { deskId: bare, name: 'Spreekuur', email: 'spreekuur@voorbeeld.example' },
    'POST /links/contacts/remove': { deskId: bare },
    'POST /partners/webhook': { url: 'https://dossier.voorbeeld.example/voordeur' },
    'POST /search/concepts': { kind: 'synonym', terms: ['buurtmoestuin'], phrases: ['groente kweken'] },
    'PUT /search/concepts/:id': { version: 1, terms: ['speelotheek'], phrases: ['speelgoed lenen'] },
    'POST /search/concepts/:id/remove': { version: 1 },
    'POST /search/concepts/:id/restore': { version: 1 },
    'POST /search/counting': { on: false },
    'PUT /agreements/kinds': { organizationId: team.worker.organization, kind: 'social_team' },
    'POST /agreements/:id/end': { reason: 'Wij maken een nieuwe afspraak.' },
  }

  async function must(who: Person, route: string, id = ''): Promise<string> {
    const [method = '', path = ''] = route.split(' ')
    const answer = await send(who, method, `/api/v1${path.replace(':id', id)}`, bodies[route])
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${answer.text}`)
    return (JSON.parse(answer.text) as { id: string }).id
  }

  // For the test message of the matrix there is somewhere to send it.
  await send(school.administrator, 'POST', '/api/v1/partners/webhook', bodies['POST /partners/webhook'])

  /** One proposal of a pair can be open: the former one is ended first. */
  let proposed = ''
  async function proposal(): Promise<string> {
    await settle()
    proposed = await must(school.administrator, 'POST /agreements')
    return proposed
  }
  async function settle(): Promise<void> {
    if (proposed)
      await send(school.administrator, 'POST', `/api/v1/agreements/${proposed}/end`, bodies['POST /agreements/:id/end'])
    proposed = ''
  }

  /** About a service of `team`, as the public form writes it. */
  async function report(state: string): Promise<string> {
    const service = await knowService(house, team.worker.organization)
    const about = `/aanbod/hulp-${service}/`
    const form = { over: about, soort: 'phone' as const, tekst: 'Het nummer is oud.', antwoord: '', telefoon: '' }
    await reportError(house.deps, form, `2001:db8::${service.slice(0, 4)}`)
    const { id } = await house.db
      .selectFrom('care.error_report')
      .select('id')
      .where('about', '=', about)
      .executeTakeFirstOrThrow()
    if (state === 'settled') await must(team.chief_editor, 'POST /reports/:id/settle', id)
    return id
  }
  /** Written by a second consultant of `team`, so that the first may check it. */
  const consultant = accounts(house)
  const account = await consultant.member(team.worker.organization, {
    roles: ['consultant'],
    desks: [team.worker.desk],
  })
  const writer: Person = { ...team.worker, member: account.id, cookie: await consultant.session(account) }
  async function guidance(): Promise<string> {
    const asked = await must(school.worker, 'POST /consults')
    await must(team.consultant, 'POST /consults/:id/answer', asked)
    return must(writer, 'POST /consults/:id/guidance', asked)
  }
  async function meeting(): Promise<string> {
    const answer = await send(school.school_team, 'POST', '/api/v1/meetings', bodies['POST /meetings'])
    return (JSON.parse(answer.text) as { ids: string[] }).ids[0] ?? ''
  }
  async function sheet(meetingId: string): Promise<string> {
    const answer = await send(school.worker, 'POST', '/api/v1/sheets', { typed: nothingTyped, meetingId })
    return (JSON.parse(answer.text) as { id: string }).id
  }

  /** A synonym that was just written, or just taken out. */
  async function concept(state: 'kept' | 'removed'): Promise<string> {
    await house.db.deleteFrom('directory.concept').execute()
    const { id } = await house.db
      .insertInto('directory.concept')
      .values({
        kind: 'synonym',
        terms: ['speelotheek'],
        phrases: ['speelgoed'],
        ...(state === 'removed' && { removed_at: house.deps.now() }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  return {
    concept,
    settle,
    made: (route: string, text: string) => {
      if (route === 'POST /agreements') proposed = (JSON.parse(text) as { id?: string }).id ?? ''
    },
    bodyOf: (route: string) => bodies[route] ?? {},
    reach: async (on: BetweenLine['on'], state: string): Promise<string> => {
      if (on === 'report') return report(state)
      if (on === 'api_key') return must(team.administrator, 'POST /partners/keys')
      if (on === 'agreement') return proposal()
      if (on === 'guidance') return guidance()
      if (on === 'meeting') return meeting()
      if (on === 'sheet') return sheet(await meeting())
      const id = await must(school.worker, 'POST /consults')
      if (state === 'answered') await must(team.consultant, 'POST /consults/:id/answer', id)
      return id
    },
  }
}
