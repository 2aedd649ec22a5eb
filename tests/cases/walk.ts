/**
 * The life of a matter over HTTP: what a party sends for each command, and the way to each state. Whoever tries the API
 * as a whole starts here; in-process or against a server in another process is the same.
 */
export type Person = {
  member: string
  organization: string
  desk: string
  otherDesk: string
  cookie: string
  /** A key of a partner's own system, shown instead of a cookie. */
  secret?: string
}
export type Answer = { status: number; headers: Headers; text: string }
export type Send = (who: Person | null, method: string, path: string, body?: unknown) => Promise<Answer>

/** What commands on signals, transfers and matters answer with, as far as anybody here looks. */
export type Moved = { id: string; matterId: string; status: string; version: number; commands: string[] }

const day = 86_400_000
const later = (now: Date, days: number) => new Date(now.getTime() + days * day).toISOString()
const date = (now: Date, days: number) => later(now, days).slice(0, 10)

const basis = {
  ground: 'task_jeugdwet',
  article: 'artikel 2.3 Jeugdwet',
  purpose: 'Passende hulp voor dit gezin',
  necessity: 'Zonder deze gegevens kan de ander niet helpen',
}

const newMatter = {
  subject: 'household',
  theme: 'opgroeien',
  place: 'lindeveen',
  person: { name: 'Huishouden in de proef' },
  involvement: 'agrees',
  involvementReason: null,
}

export const signalDraft = (receiverDesk: string, on: { matterId?: string } = {}) => ({
  ...(on.matterId ? { matterId: on.matterId } : { matter: newMatter }),
  basis,
  receiverDesk,
  setting: 'sot',
  complexity: 'single',
  urgency: 'normal',
  noticed: 'Het gezin komt vaak te laat en vraagt om hulp.',
})

export const transferDraft = (
  receiverDesk: string,
  on: { matterId?: string; signalId?: string; cold?: boolean } = {},
) => ({
  ...(on.matterId ? { matterId: on.matterId } : { matter: newMatter }),
  signalId: on.signalId ?? null,
  basis,
  receiverDesk,
  warm: !on.cold,
  coldReason: on.cold ? 'own_wish' : null,
  urgency: 'normal',
  request: 'Wilt u dit gezin verder helpen?',
})

/** What is sent with a command; `colleague` and `otherDesk` are of whoever receives. */
export function bodyOf(
  command: string,
  now: Date,
  at: { colleague: string; otherDesk: string; last?: boolean },
): unknown {
  const next = at.last === false ? {} : { next: 'close' }
  const bodies: Record<string, unknown> = {
    'signal.withdraw': { reason: 'Het is al geregeld.' },
    'signal.redirect': { receiverDesk: at.otherDesk, reason: 'Dit hoort bij de collega’s.' },
    'signal.send_back': { reason: 'wrong_service', betterAddress: null },
    'signal.ask': { question: 'Hoe vaak gebeurt dit?' },
    'signal.answer': { text: 'Twee keer per week.' },
    'signal.conclude': { outcome: 'line0_answered', feedback: 'Het gezin is geholpen.', ...next },
    'signal.ask_to_withdraw': { reason: 'De ouders willen eerst zelf praten.' },
    'signal.assign': { assignee: at.colleague },
    'signal.screen': {
      complete: true,
      nature: 'worry',
      severity: 'serious',
      urgency: 'normal',
      rightPlace: true,
      outcome: 'take',
    },
    'transfer.offer': { feedback: 'Wij vragen een ander om verder te helpen.' },
    'transfer.decline': { reason: 'no_capacity', betterAddress: null },
    'transfer.withdraw': { reason: 'Het gezin wil dit niet.' },
    'transfer.plan_contact': { on: later(now, 2), how: 'visit' },
    'transfer.contact_failed': { reason: 'no_answer', on: later(now, 3) },
    'transfer.confirm_contact': { present: ['resident', 'sender', 'receiver'] },
    'transfer.make_cold': { reason: 'own_wish' },
    'transfer.return': { reason: 'outside_target_group', betterAddress: null },
    'transfer.report_waiting': { until: date(now, 20) },
    'transfer.close': { outcome: 'helped', feedback: 'Het gaat goed met het gezin.', ...next },
    'transfer.reopen': { reason: 'Het is toch weer nodig.' },
    'transfer.assign': { caseworker: at.colleague },
    'matter.close': { outcome: 'helped', feedback: 'Het is klaar.' },
    'matter.answer_alarm': { kind: 'nobody_called', answer: 'called' },
    'matter.plan': { on: date(now, 5), act: 'evaluate' },
  }
  return bodies[command] ?? {}
}

/** Where a command is sent: `transfer.confirm_contact` on an id. */
export function addressOf(command: string, id: string): { method: string; path: string } {
  const [noun = '', verb = ''] = command.split('.')
  const item = `/api/v1/${noun}s/${id}`
  if (verb === 'discard') return { method: 'DELETE', path: item }
  return { method: 'POST', path: `${item}/${verb.replace(/^issue_/, '').replaceAll('_', '-')}` }
}

export type Parties = { school: Person; team: Person; first: Person; partner: Person }
export type TransferState =
  'draft' | 'offered' | 'accepted' | 'confirmed' | 'handed_over' | 'started' | 'closed' | 'declined'
export type Walked = { matter: string; signal: string; transfer: string }

/** Walks the main line up to a state. Fails on the first answer that is not a success. */
export function walker(send: Send, now: () => Date, { school, team, first, partner }: Parties) {
  async function must(who: Person, method: string, path: string, body: unknown): Promise<Moved> {
    const answer = await send(who, method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text) as Moved
  }
  const command = (who: Person, name: string, id: string, receiver: Person, last = true) => {
    const { method, path } = addressOf(name, id)
    return must(
      who,
      method,
      path,
      bodyOf(name, now(), { colleague: receiver.member, otherDesk: receiver.otherDesk, last }),
    )
  }

  /** A signal of the school at the team. */
  async function signalIn(state: 'draft' | 'sent' | 'taken' | 'waiting' | 'returned'): Promise<Walked> {
    const made = await must(school, 'POST', '/api/v1/signals', signalDraft(team.desk))
    const walked = { matter: made.matterId, signal: made.id, transfer: '' }
    if (state === 'draft') return walked
    await command(school, 'signal.send', made.id, team)
    if (state === 'sent') return walked
    await command(team, 'signal.take', made.id, team)
    if (state === 'waiting') await command(team, 'signal.ask', made.id, team)
    if (state === 'returned') await command(team, 'signal.send_back', made.id, team)
    return walked
  }

  /** A transfer of the team, grown from that signal; at the partner, after the first receiver has declined one. */
  async function transferIn(state: TransferState): Promise<Walked> {
    const { matter, signal } = await signalIn('taken')
    const draft = (desk: string, signalId?: string) =>
      must(team, 'POST', '/api/v1/transfers', transferDraft(desk, { matterId: matter, ...(signalId && { signalId }) }))
    const declined = await draft(first.desk, signal)
    await command(team, 'transfer.offer', declined.id, first)
    await command(first, 'transfer.decline', declined.id, first)
    if (state === 'declined') return { matter, signal, transfer: declined.id }

    const { id } = await draft(partner.desk)
    const steps: [TransferState, Person, string][] = [
      ['offered', team, 'transfer.offer'],
      ['accepted', partner, 'transfer.accept'],
      ['confirmed', team, 'transfer.confirm_contact'],
      ['handed_over', partner, 'transfer.confirm_contact'],
      ['started', partner, 'transfer.start'],
      ['closed', partner, 'transfer.close'],
    ]
    const until = steps.findIndex(([reached]) => reached === state)
    for (const [, who, name] of steps.slice(0, until + 1)) await command(who, name, id, partner)
    return { matter, signal, transfer: id }
  }

  return { must, command, signalIn, transferIn }
}
