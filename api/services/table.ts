import type { ColumnType, Generated } from 'kysely'

/** HSDS tables about what a resident can get. Dates are `2026-11-22`, times `09:00:00`, amounts decimal text. */
export type ServiceTable = {
  id: string
  organization_id: string
  program_id: string | null
  name: string
  alternate_name: string | null
  description: string | null
  url: string | null
  email: string | null
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
  interpretation_services: string | null
  application_process: string | null
  fees_description: string | null
  wait_time: string | null
  fees: string | null
  accreditations: string | null
  eligibility_description: string | null
  minimum_age: number | null
  maximum_age: number | null
  assured_date: string | null
  assurer_email: string | null
  licenses: string | null
  alert: string | null
  last_modified: ColumnType<Date | null, Date | string | null, Date | string | null>
  /** Not HSDS from here. Last part of its page's path; given once, kept. */
  slug: string
  access_line: 0 | 1 | 2 | null
  crisis: Generated<boolean>
  indication_required: Generated<boolean>
  verified_on: string | null
  verified_by: string | null
  verified_how: string | null
}

export type ScheduleTable = {
  id: string
  service_id: string | null
  location_id: string | null
  service_at_location_id: string | null
  valid_from: string | null
  valid_to: string | null
  dtstart: string | null
  timezone: number | null
  until: string | null
  count: number | null
  wkst: string | null
  freq: 'WEEKLY' | 'MONTHLY' | null
  interval: number | null
  byday: string | null
  byweekno: string | null
  bymonthday: string | null
  byyearday: string | null
  description: string | null
  opens_at: string | null
  closes_at: string | null
  schedule_link: string | null
  attending_type: string | null
  notes: string | null
}

export type ServiceAreaTable = {
  id: string
  service_id: string | null
  service_at_location_id: string | null
  name: string | null
  description: string | null
  extent: string | null
  extent_type: string | null
  uri: string | null
}

export type RequiredDocumentTable = {
  id: string
  service_id: string | null
  document: string | null
  uri: string | null
}

export type LanguageTable = {
  id: string
  service_id: string | null
  location_id: string | null
  phone_id: string | null
  name: string | null
  code: string | null
  note: string | null
}

export type CostOptionTable = {
  id: string
  service_id: string
  valid_from: string | null
  valid_to: string | null
  option: string | null
  currency: string | null
  amount: string | null
  amount_description: string | null
}

export type UnitTable = {
  id: string
  name: string
  scheme: string | null
  identifier: string | null
  uri: string | null
}

export type ServiceCapacityTable = {
  id: string
  service_id: string
  unit_id: string
  available: number
  maximum: number | null
  description: string | null
  updated: ColumnType<Date, Date | string, Date | string>
}
