/**
 * The 24 tables of the tabular form of HSDS 3.1 (datapackage.json of the standard), in an order in which every row
 * stands after the rows it refers to.
 *
 * A column is written `name`, with `!` when required, `:kind` when it is not plain text and `>table` when it refers.
 */
const written = {
  organization:
    'name! alternate_name description! email:email website:link tax_status tax_id year_incorporated:integer legal_status logo:link uri:uri parent_organization_id>organization',
  organization_identifier: 'organization_id!>organization identifier_scheme identifier_type! identifier!',
  program: 'organization_id!>organization name! alternate_name description!',
  service:
    'organization_id!>organization program_id>program name! alternate_name description url:link email:email status!:service_status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:age maximum_age:age assured_date:date assurer_email:email licenses alert last_modified:datetime',
  location:
    'location_type!:place_type url:link organization_id>organization name alternate_name description transportation latitude:latitude longitude:longitude external_identifier external_identifier_type',
  service_at_location: 'service_id!>service location_id!>location description',
  contact:
    'organization_id>organization service_id>service service_at_location_id>service_at_location location_id>location name title department email:email',
  phone:
    'location_id>location service_id>service organization_id>organization contact_id>contact service_at_location_id>service_at_location number! extension:count type description',
  address:
    'location_id>location attention address_1! address_2 city! region state_province! postal_code! country! address_type!:place_type',
  schedule:
    'service_id>service location_id>location service_at_location_id>service_at_location valid_from:date valid_to:date dtstart:date timezone:number until:date count:positive wkst:weekday freq:frequency interval:positive byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link:link attending_type notes',
  funding: 'organization_id>organization service_id>service source',
  service_area:
    'service_id>service service_at_location_id>service_at_location name description extent extent_type uri:uri',
  required_document: 'service_id>service document uri:link',
  language: 'service_id>service location_id>location phone_id>phone name code note',
  accessibility: 'location_id>location description details url:link',
  cost_option: 'service_id!>service valid_from:date valid_to:date option currency amount:amount amount_description',
  unit: 'name! scheme identifier uri:uri',
  service_capacity:
    'service_id!>service unit_id!>unit available!:quantity maximum:quantity description updated!:datetime',
  url: 'label url!:link organization_id>organization service_id>service',
  taxonomy: 'name! description! uri:uri version',
  taxonomy_term: 'code name! description! parent_id>taxonomy_term taxonomy language taxonomy_id>taxonomy term_uri:uri',
  attribute: 'link_id!:uuid taxonomy_term_id!>taxonomy_term link_type link_entity!:entity value label',
  metadata:
    'resource_id!:uuid resource_type!:entity last_action_date!:date last_action_type! field_name! previous_value! replacement_value! updated_by!',
  meta_table_description: 'name language character_set',
} as const

export type TableName = keyof typeof written
export const tableNames = Object.keys(written) as TableName[]

/** What a value of this kind must look like; the check of each is in `check.ts`. */
export type Kind =
  | 'text'
  | 'uuid'
  | 'email'
  | 'link'
  | 'uri'
  | 'number'
  | 'integer'
  | 'count'
  | 'positive'
  | 'quantity'
  | 'amount'
  | 'age'
  | 'latitude'
  | 'longitude'
  | 'date'
  | 'datetime'
  | 'time'
  | 'entity'
  | 'service_status'
  | 'place_type'
  | 'weekday'
  | 'frequency'

export type Column = { name: string; kind: Kind; required: boolean; refers: TableName | null }
export type Table = { name: TableName; columns: Column[] }

function column(text: string): Column {
  const found = /^(\w+)(!)?(?::(\w+))?(?:>(\w+))?$/.exec(text)
  if (!found) throw new Error(`Not a column: ${text}`)
  const [, name, required, kind, refers] = found
  return {
    name: name as string,
    required: required === '!',
    kind: refers ? 'uuid' : ((kind ?? 'text') as Kind),
    refers: (refers ?? null) as TableName | null,
  }
}

export const tables: Table[] = tableNames.map((name) => ({
  name,
  columns: [{ name: 'id', kind: 'uuid', required: true, refers: null }, ...written[name].split(' ').map(column)],
}))

const isTableName = (name: string): name is TableName => name in written

/** The HSDS table of this name; datapackages in the wild write plural names of files too, but the resource is singular. */
export const tableOf = (name: string): Table | null =>
  isTableName(name) ? (tables.find((t) => t.name === name) ?? null) : null

/** The column of a polymorphic reference that names the table its other column points into. */
export const namedBy: Partial<Record<TableName, { id: string; entity: string }>> = {
  attribute: { id: 'link_id', entity: 'link_entity' },
  metadata: { id: 'resource_id', entity: 'resource_type' },
}

const columnTypes: Partial<Record<Kind, string>> = {
  uuid: 'uuid',
  integer: 'integer',
  count: 'integer',
  positive: 'integer',
  amount: 'numeric',
  number: 'double precision',
  quantity: 'double precision',
  age: 'double precision',
  latitude: 'double precision',
  longitude: 'double precision',
  date: 'date',
  datetime: 'timestamptz',
  time: 'time',
}

/** The PostgreSQL type a checked value of this kind is read as. */
export const columnType = (kind: Kind): string => columnTypes[kind] ?? 'text'
