/** The tables by login: what a pool cannot reach is not in its type. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DeskMemberTable, MemberTable, SessionTable } from './accounts/table.ts'
import type { AgreementTable } from './agreements/table.ts'
import type { AlarmTable } from './alarms/table.ts'
import type { AuditEventTable } from './audit/table.ts'
import type { ConsultTable } from './consults/table.ts'
import type { LinkTable } from './links/table.ts'
import type { DeskClosingTable, DeskServiceTable, DeskTable, ParticipantTable } from './desks/table.ts'
import type {
  AccessibilityTable,
  AddressTable,
  BaseMapTable,
  LocationTable,
  MunicipalityTable,
  PlaceTable,
  PostcodeTable,
  ServiceAtLocationTable,
} from './locations/table.ts'
import type {
  ContactTable,
  FundingTable,
  OrganizationIdentifierTable,
  OrganizationTable,
  PhoneTable,
  ProgramTable,
  UrlTable,
} from './organizations/table.ts'
import type {
  EventTable,
  FeedbackTable,
  FollowCodeTable,
  LegalBasisTable,
  MatterTable,
  MessageTable,
  PersonTable,
  RelationTable,
} from './matters/table.ts'
import type { GuidanceTable } from './guidance/table.ts'
import type { MeetingGuestTable, MeetingLineTable, MeetingTable } from './meetings/table.ts'
import type { ApiKeyTable, ApiRequestTable } from './partners/table.ts'
import type { OutboxMessageTable } from './outbox/table.ts'
import type { ErrorReportForClock, ErrorReportTable } from './reports/table.ts'
import type { FormerSlugTable, MetadataTable, MetaTableDescriptionTable, RevisionTable } from './revisions/table.ts'
import type {
  CostOptionTable,
  LanguageTable,
  RequiredDocumentTable,
  ScheduleTable,
  ServiceAreaTable,
  ServiceCapacityTable,
  ServiceTable,
  UnitTable,
} from './services/table.ts'
import type { ConceptTable, SearchIndexTable, SearchMissTable } from './search/table.ts'
import type { SignpostTable } from './signposts/table.ts'
import type { SheetTable } from './signals/sheet-table.ts'
import type { SignalForClock, SignalTable } from './signals/table.ts'
import type {
  AttributeTable,
  GlossaryTermTable,
  GuideChoiceTable,
  GuideStepTable,
  SelfHelpTable,
  TaxonomyTable,
  TaxonomyTermTable,
} from './taxonomy/table.ts'

import type { TransferForClock, TransferTable } from './transfers/table.ts'

/** Public data: the directory, desks and participants. Composed from each room's `table.ts`. */
export type DirectoryTables = {
  'directory.organization': OrganizationTable
  'directory.organization_identifier': OrganizationIdentifierTable
  'directory.program': ProgramTable
  'directory.contact': ContactTable
  'directory.phone': PhoneTable
  'directory.funding': FundingTable
  'directory.url': UrlTable
  'directory.service': ServiceTable
  'directory.schedule': ScheduleTable
  'directory.service_area': ServiceAreaTable
  'directory.required_document': RequiredDocumentTable
  'directory.language': LanguageTable
  'directory.cost_option': CostOptionTable
  'directory.unit': UnitTable
  'directory.service_capacity': ServiceCapacityTable
  'directory.location': LocationTable
  'directory.service_at_location': ServiceAtLocationTable
  'directory.address': AddressTable
  'directory.accessibility': AccessibilityTable
  'directory.place': PlaceTable
  'directory.postcode': PostcodeTable
  'directory.self_help': SelfHelpTable
  'directory.guide_step': GuideStepTable
  'directory.guide_choice': GuideChoiceTable
  'directory.glossary_term': GlossaryTermTable
  'directory.municipality': MunicipalityTable
  'directory.base_map': BaseMapTable
  'directory.taxonomy': TaxonomyTable
  'directory.taxonomy_term': TaxonomyTermTable
  'directory.attribute': AttributeTable
  'directory.former_slug': FormerSlugTable
  'directory.concept': ConceptTable
  'directory.search_index': SearchIndexTable
  'directory.participant': ParticipantTable
  'directory.desk': DeskTable
  'directory.desk_closing': DeskClosingTable
  'directory.desk_service': DeskServiceTable
  'directory.revision': RevisionTable
  'directory.metadata': MetadataTable
  'directory.meta_table_description': MetaTableDescriptionTable
}

/** What a protected transaction may touch. */
export type Database = DirectoryTables & {
  'account.member': MemberTable
  'account.desk_member': DeskMemberTable
  'account.session': SessionTable
  'account.api_key': ApiKeyTable
  'account.api_request': ApiRequestTable
  'care.matter': MatterTable
  'care.person': PersonTable
  'care.legal_basis': LegalBasisTable
  'care.relation': RelationTable
  'care.signal': SignalTable
  'care.transfer': TransferTable
  'care.agreement': AgreementTable
  'care.consult': ConsultTable
  'care.guidance': GuidanceTable
  'care.signpost': SignpostTable
  'care.sheet': SheetTable
  'care.meeting': MeetingTable
  'care.meeting_guest': MeetingGuestTable
  'care.meeting_line': MeetingLineTable
  'care.event': EventTable
  'care.message': MessageTable
  'care.feedback': FeedbackTable
  'care.follow_code': FollowCodeTable
  'care.alarm': AlarmTable
  'care.link': LinkTable
  'care.error_report': ErrorReportTable
  'care.search_miss': SearchMissTable
  'audit.event': AuditEventTable
  'outbox.message': OutboxMessageTable
}
export type Db = Kysely<Database>

/** A transaction in which the viewer's organisation is set. A plain connection is not assignable to it. */
export type Tx = Transaction<Database>

/** What the clock may touch: waiting rows only, and of those only the columns it was granted. */
export type JobsTables = Pick<
  Database,
  | 'account.member'
  | 'account.desk_member'
  | 'directory.desk'
  | 'directory.desk_closing'
  | 'directory.municipality'
  | 'care.event'
  | 'audit.event'
  | 'outbox.message'
  | 'care.search_miss'
  | 'directory.search_index'
> & {
  'care.signal': SignalForClock
  'care.transfer': TransferForClock
  'care.error_report': ErrorReportForClock
}

/** A transaction of the clock: it sees that something waits and until when, and nothing a person wrote. */
export type ClockTx = Transaction<JobsTables>

/** The follow page reads no table: it executes two functions. */
export type FollowTables = Record<never, never>

const sealed: unique symbol = Symbol('care')
/** The way to personal data, closed: only `audit/context.ts` opens it. */
export type Care = { readonly [sealed]: Db }

export const seal = (db: Db): Care => ({ [sealed]: db })
/** Opens the sealed handle. Lint forbids the import outside `audit/context.ts`. */
export const unseal = (care: Care): Db => care[sealed]

// A date without time stays the text it is: `2026-11-22`. A Date would move it across midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Opens a pool on `url` (postgres://…) of at most `max` connections, speaking UTC. */
export function connect<Tables>(url: string, max: number): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c TimeZone=UTC' })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same for one in use: its query fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
