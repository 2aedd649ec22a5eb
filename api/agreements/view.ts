/** What the two sides read of an agreement. */
import { type Names, namesFor } from '../matters/names.ts'
import type { NameRows } from '../matters/read-queries.ts'
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { standingOn } from './agreement.ts'
import type { FigureRow } from './figure-queries.ts'
import type { Quarter } from './figures.ts'
import type { AgreementRow, PartnerRow } from './queries.ts'
import type {
  AgreementItem,
  AgreementMoved,
  AgreementsView,
  FiguresView,
  AgreementView,
  PairFigures,
  PartnersView,
  Signature,
} from './schema.ts'
import { commandsFor } from './sides.ts'

/** What a command answers with: where the agreement stands now, and what is open to this viewer. */
export const toMoved = (
  row: Pick<AgreementRow, 'id' | 'status' | 'version' | 'proposedBy'>,
  viewer: Viewer,
): AgreementMoved => ({
  id: row.id,
  status: row.status,
  version: row.version,
  commands: commandsFor(row, viewer),
})

type Listed = { rows: readonly AgreementRow[]; names: NameRows; today: string }

/** Per partner, by name; what still waits or counts before what is over. */
export function agreementsView({ rows, names, today }: Listed, viewer: Viewer): AgreementsView {
  const called = namesFor(viewer, names)
  const partnerOf = (row: AgreementRow) => (row.from === viewer.organizationId ? row.to : row.from)
  const ids = [...new Set(rows.map(partnerOf))]
  const partners = ids.map((id) => ({
    partner: { id, name: called.organization(id).name },
    agreements: rows
      .filter((row) => partnerOf(row) === id)
      .map((row) => itemOf(row, rows, viewer, called, today))
      .toSorted((one, two) => rank(one) - rank(two)),
  }))
  return {
    partners: partners.toSorted((one, two) => one.partner.name.localeCompare(two.partner.name, 'nl')),
    canPropose: may(viewer, 'agreement.make'),
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

type Opened = { row: AgreementRow; pair: readonly AgreementRow[]; names: NameRows; today: string }

export function agreementView({ row, pair, names, today }: Opened, viewer: Viewer): AgreementView {
  const called = namesFor(viewer, names)
  const signature = (organizationId: string, name: string, at: Date): Signature => ({
    name,
    organization: called.organization(organizationId).name,
    at: at.toISOString(),
  })
  const other = row.proposedBy === row.from ? row.to : row.from
  return {
    ...itemOf(row, pair, viewer, called, today),
    purpose: row.purpose,
    criteria: row.criteria,
    needed: row.needed,
    contactRoute: row.contactRoute,
    proposed: signature(row.proposedBy, row.proposedName, row.proposedAt),
    agreed: row.agreedName && row.agreedAt ? signature(other, row.agreedName, row.agreedAt) : null,
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
    canPropose: may(viewer, 'agreement.make') && !pair.some(({ status }) => status === 'proposed'),
  }
}

const itemOf = (
  row: AgreementRow,
  all: readonly AgreementRow[],
  viewer: Viewer,
  names: Names,
  today: string,
): AgreementItem => ({
  ...toMoved(row, viewer),
  edition: row.edition,
  standing: standingOn(row, all, today),
  from: names.side(row.from, row.fromDesk),
  to: names.side(row.to, row.toDesk),
  answerDays: row.terms.answer,
  contactDays: row.terms.contact,
  startDays: row.terms.start,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
})

/** The viewer's own organisation apart from those it can agree with. */
export function partnersView(rows: readonly PartnerRow[], viewer: Viewer): PartnersView {
  const own = rows.find(({ id }) => id === viewer.organizationId)
  return {
    own: own ?? { id: viewer.organizationId, name: '', desks: [] },
    partners: rows.filter(({ id }) => id !== viewer.organizationId),
  }
}

type Counted = {
  quarter: Quarter
  rows: readonly FigureRow[]
  agreements: readonly AgreementRow[]
  names: NameRows
  today: string
}

/** The figures with names, the busiest first, and whether the two have agreed anything for that way. */
export function figuresView({ quarter, rows, agreements, names, today }: Counted, viewer: Viewer): FiguresView {
  const stands = (from: string, to: string) =>
    agreements.some(
      (each) =>
        each.from === from &&
        each.to === to &&
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
