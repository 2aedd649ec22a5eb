/** What the two sides read of an agreement. */
import { namesFor } from '../matters/names.ts'
import type { NameRows } from '../matters/read-queries.ts'
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { isBetween, standingOn } from './agreement.ts'
import type { WhomToAgreeWith } from './actions.ts'
import type { Kind } from './codes.ts'
import type { FigureRow } from './figure-queries.ts'
import type { Quarter } from './figures.ts'
import type { AgreementRow, KindRow } from './queries.ts'
import type {
  AgreementItem,
  AgreementMoved,
  AgreementSide,
  AgreementsView,
  FiguresView,
  AgreementView,
  KindsView,
  PairFigures,
  PartnersView,
  Signature,
} from './schema.ts'
import { commandsFor, speaksFor } from './sides.ts'

/** What a command answers with: where the agreement stands now, and what is open to this viewer. */
export const toMoved = (
  row: Pick<
    AgreementRow,
    'id' | 'status' | 'version' | 'from' | 'to' | 'municipality' | 'proposedSide' | 'proposedMember'
  >,
  viewer: Viewer,
): AgreementMoved => ({
  id: row.id,
  status: row.status,
  version: row.version,
  commands: commandsFor(row, viewer),
})

type Around = { names: NameRows; today: string; ownKind: Kind | null }
type Listed = Around & { rows: readonly AgreementRow[]; speaksForKinds: boolean }

/** Per partner, by name, and those of kinds; what still waits or counts before what is over. */
export function agreementsView({ rows, speaksForKinds, ...around }: Listed, viewer: Viewer): AgreementsView {
  const item = itemsOf(rows, viewer, around)
  const called = namesFor(viewer, around.names)
  const partnerOf = ({ from, to }: AgreementRow) => (from && to ? (from === viewer.organizationId ? to : from) : null)
  const ids = [...new Set(rows.flatMap((row) => partnerOf(row) ?? []))]
  const of = (partner: string | null) =>
    rows
      .filter((row) => partnerOf(row) === partner)
      .map(item)
      .toSorted((one, two) => rank(one) - rank(two))
  const partners = ids.map((id) => ({ partner: { id, name: called.organization(id).name }, agreements: of(id) }))
  return {
    partners: partners.toSorted((one, two) => one.partner.name.localeCompare(two.partner.name, 'nl')),
    ofKinds: of(null),
    canPropose: may(viewer, 'agreement.make'),
    speaksForKinds,
  }
}

const order: Record<AgreementItem['standing'], number> = {
  proposed: 0,
  in_force: 1,
  coming: 2,
  expired: 3,
  superseded: 4,
  ended: 5,
}
const rank = ({ standing }: AgreementItem) => order[standing]

type Opened = Around & { row: AgreementRow; pair: readonly AgreementRow[] }

export function agreementView({ row, pair, ...around }: Opened, viewer: Viewer): AgreementView {
  const [called, { today }] = [namesFor(viewer, around.names), around]
  const signature = (organizationId: string, name: string, at: Date): Signature => ({
    name,
    organization: called.organization(organizationId).name,
    at: at.toISOString(),
  })
  // For a kind the municipality agrees.
  const agreedBy = (row.proposedSide === 'from' ? row.to : row.from) ?? row.municipality ?? row.proposedBy
  return {
    ...itemsOf(pair, viewer, around)(row),
    purpose: row.purpose,
    criteria: row.criteria,
    needed: row.needed,
    contactRoute: row.contactRoute,
    proposed: signature(row.proposedBy, row.proposedName, row.proposedAt),
    agreed: row.agreedName && row.agreedAt ? signature(agreedBy, row.agreedName, row.agreedAt) : null,
    ended:
      row.endedBy && row.endedName && row.endedAt
        ? { ...signature(row.endedBy, row.endedName, row.endedAt), reason: row.endReason ?? '' }
        : null,
    editions: pair
      .filter(({ id }) => id !== row.id)
      .map((each) => ({
        id: each.id,
        edition: each.edition,
        standing: standingOn(each, pair, today),
        validFrom: each.validFrom,
      })),
    canPropose:
      (speaksFor(row, 'from', viewer) || speaksFor(row, 'to', viewer)) &&
      !pair.some(({ status }) => status === 'proposed'),
  }
}

function itemsOf(all: readonly AgreementRow[], viewer: Viewer, { names, today, ownKind }: Around) {
  const called = namesFor(viewer, names)
  const side = (organizationId: string | null, kind: Kind | null, deskId: string | null): AgreementSide => ({
    organization: organizationId ? { id: organizationId, name: called.organization(organizationId).name } : null,
    kind,
    desk: called.desk(deskId),
    isUs: organizationId ? organizationId === viewer.organizationId : kind === ownKind,
  })
  return (row: AgreementRow): AgreementItem => ({
    ...toMoved(row, viewer),
    edition: row.edition,
    standing: standingOn(row, all, today),
    from: side(row.from, row.fromKind, row.fromDesk),
    to: side(row.to, row.toKind, row.toDesk),
    answerDays: row.terms.answer,
    contactDays: row.terms.contact,
    startDays: row.terms.start,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
  })
}

/** The viewer's own organisation apart from those it can agree with. */
export function partnersView({ partners, ...kinds }: WhomToAgreeWith, viewer: Viewer): PartnersView {
  const own = partners.find(({ id }) => id === viewer.organizationId)
  return {
    own: own ?? { id: viewer.organizationId, name: '', desks: [] },
    partners: partners.filter(({ id }) => id !== viewer.organizationId),
    ...kinds,
  }
}

/** Who takes part, with the kind of each. */
export const kindsView = (rows: readonly KindRow[]): KindsView => ({
  organizations: rows.map(({ organizationId, organization, kind }) => ({
    id: organizationId,
    name: organization,
    kind,
  })),
})

type Counted = {
  quarter: Quarter
  rows: readonly FigureRow[]
  agreements: readonly AgreementRow[]
  names: NameRows
  kinds: ReadonlyMap<string, Kind>
  today: string
}

/** The figures with names, the busiest first, and whether anything was agreed for that way, by the two or for their kinds. */
export function figuresView({ quarter, rows, agreements, names, kinds, today }: Counted, viewer: Viewer): FiguresView {
  const kind = (id: string) => kinds.get(id) ?? null
  const stands = (sender: string, receiver: string) =>
    agreements.some(
      (each) =>
        isBetween(each, { sender, senderKind: kind(sender), receiver, receiverKind: kind(receiver) }) &&
        ['proposed', 'coming', 'in_force'].includes(standingOn(each, agreements, today)),
    )
  const called = namesFor(viewer, names)
  const side = (id: string) => ({ id, name: called.organization(id).name })
  const pairs = rows.map(({ from, to, reasons, ...figures }) => ({
    ...figures,
    agreed: stands(from, to),
    from: side(from),
    to: side(to),
    reasons: Object.entries(reasons).map(([reason, count]) => ({ reason, count })) as PairFigures['reasons'],
  }))
  return { quarter: quarter.name, pairs: pairs.toSorted((one, two) => (two.offered ?? 0) - (one.offered ?? 0)) }
}
