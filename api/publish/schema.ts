import { z } from 'zod'

/**
 * One published revision of the directory, as a file: what the public site, the search index, the print sheet and the
 * transfer picker are all made from (domain.md invariant 10). HSDS 3.1 names to the letter; what HSDS does not have
 * stands under `voordeur`-side names marked below. Only published entries are in it, and never a private person.
 */
const id = z.uuid()
const text = z.string()
const optional = z.string().nullable()
const hsdsDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()

export const phoneSchema = z.strictObject({
  id,
  number: text,
  extension: optional,
  type: optional,
  description: optional,
})

/** HSDS schedule: iCalendar-like recurrence. Times are local, `HH:MM`; `notes` and `description` are for people. */
export const scheduleSchema = z.strictObject({
  id,
  valid_from: hsdsDate,
  valid_to: hsdsDate,
  dtstart: hsdsDate,
  until: hsdsDate,
  freq: z.enum(['WEEKLY', 'MONTHLY']).nullable(),
  interval: z.number().int().nullable(),
  byday: optional,
  bymonthday: optional,
  opens_at: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  closes_at: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  attending_type: optional,
  description: optional,
  notes: optional,
})

export const addressSchema = z.strictObject({
  id,
  address_1: text,
  address_2: optional,
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: text,
})

/** A function, never a private person: "Balie", "Aanmelding". */
export const contactSchema = z.strictObject({
  id,
  title: optional,
  department: optional,
  email: optional,
  phones: z.array(phoneSchema),
})

export const locationSchema = z.strictObject({
  id,
  name: text,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  description: optional,
  transportation: optional,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  addresses: z.array(addressSchema),
  phones: z.array(phoneSchema),
  schedules: z.array(scheduleSchema),
  accessibility: z.array(z.strictObject({ description: optional, details: optional, url: optional })),
})

export const serviceSchema = z.strictObject({
  id,
  /** Last part of its page's path; given once, never changed. Not HSDS. */
  slug: text,
  organization_id: id,
  name: text,
  alternate_name: optional,
  description: text,
  url: optional,
  email: optional,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  application_process: optional,
  fees_description: optional,
  wait_time: optional,
  eligibility_description: optional,
  minimum_age: z.number().nullable(),
  maximum_age: z.number().nullable(),
  alert: optional,
  last_modified: optional,
  phones: z.array(phoneSchema),
  schedules: z.array(scheduleSchema),
  languages: z.array(z.strictObject({ code: optional, name: optional, note: optional })),
  cost_options: z.array(
    z.strictObject({
      option: optional,
      currency: optional,
      amount: z.number().nullable(),
      amount_description: optional,
    }),
  ),
  required_documents: z.array(z.strictObject({ document: optional, uri: optional })),
  funding: z.array(z.strictObject({ source: optional })),
  additional_urls: z.array(z.strictObject({ label: optional, url: text })),
  service_areas: z.array(z.strictObject({ name: optional, description: optional })),
  contacts: z.array(contactSchema),
  service_at_locations: z.array(
    z.strictObject({
      id,
      description: optional,
      location: locationSchema,
      phones: z.array(phoneSchema),
      schedules: z.array(scheduleSchema),
      contacts: z.array(contactSchema),
    }),
  ),
  // Below: not HSDS columns.
  /** Codes of taxonomy terms, by purpose of their taxonomy. */
  themes: z.array(text),
  target_groups: z.array(text),
  /** Names of other terms (keywords). */
  keywords: z.array(text),
  /** domain.md section 2. */
  access_line: z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable(),
  crisis: z.boolean(),
  indication_required: z.boolean(),
  /** Checked with the organisation: when (date), by whom (a function) and how. Apart from last_modified (edited). */
  verified: z.strictObject({ on: text, by: text, how: text }).nullable(),
  /** Ids of the places it is in or covers; `national` covers every place. */
  places: z.array(text),
  national: z.boolean(),
})

export const organizationSchema = z.strictObject({
  id,
  slug: text,
  name: text,
  alternate_name: optional,
  description: text,
  email: optional,
  website: optional,
  phones: z.array(phoneSchema),
  contacts: z.array(contactSchema),
  additional_urls: z.array(z.strictObject({ label: optional, url: text })),
})

/** A theme or target group: `code` is also the last part of its page's path. */
export const termSchema = z.strictObject({
  code: text,
  name: text,
  description: optional,
  parent_code: optional,
  /** Themes such as violence get a quick exit and the strip with crisis numbers. */
  sensitive: z.boolean(),
})

/** A village or town part; `id` is also the last part of its page's path. */
export const placeSchema = z.strictObject({
  id: text,
  name: text,
  latitude: z.number(),
  longitude: z.number(),
})

/** A step of the guide for who does not know the word: it asks, or it ends in the services of its themes. */
export const guideStepSchema = z.strictObject({
  code: text,
  question: text,
  explanation: optional,
  crisis: z.boolean(),
  themes: z.array(text),
  /** Ids of the services an editor names first, in this order; without them it is the themes' own order. */
  services: z.array(id).default([]),
  choices: z
    .array(z.strictObject({ words: text, hint: optional, sign: optional, leads_to: text }))
    .max(4, 'guide.too_many_choices'),
})

/** A term of the sector in plain words; `forms` are the other ways in which it is written. */
export const glossaryTermSchema = z.strictObject({ term: text, forms: z.array(text), means: text })

export const snapshotSchema = z.strictObject({
  revision: z.number().int().positive(),
  published_at: z.iso.datetime(),
  municipality: z.strictObject({
    name: text,
    /** Fictional, for trying out: every page says so. */
    demo: z.boolean(),
    /** Language of the directory's texts, BCP 47. */
    language: text,
    contact: z.strictObject({ phone: optional, email: optional, address: optional }),
  }),
  places: z.array(placeSchema),
  /** The middle of each postcode area, by its four digits. */
  postcodes: z.array(z.strictObject({ code: text, latitude: z.number(), longitude: z.number() })).default([]),
  /** What one can do oneself or with people near, by theme. */
  self_help: z.array(z.strictObject({ theme: text, words: z.array(text) })).default([]),
  /** The guide; its first step has the code "start". */
  guide: z.array(guideStepSchema).default([]),
  /** Addresses that pages had before: `slug` is what it was, `now` what it is. */
  former_slugs: z
    .array(z.strictObject({ entity: z.enum(['organization', 'service', 'taxonomy_term']), slug: text, now: text }))
    .default([]),
  themes: z.array(termSchema),
  target_groups: z.array(termSchema),
  /** What a term means, explained where it first stands on a page. */
  glossary: z.array(glossaryTermSchema).default([]),
  /** What services are called and what people say for it; an intent is what cannot wait. */
  concepts: z.array(
    z.strictObject({ kind: z.enum(['synonym', 'intent']), terms: z.array(text), phrases: z.array(text) }),
  ),
  /** Searches that helped nobody are counted, in words of the published list; the page says so. */
  counts_searches: z.boolean(),
  organizations: z.array(organizationSchema),
  services: z.array(serviceSchema),
  /** Drawn base map (GeoJSON FeatureCollection, properties.kind: outline | water | road | village), or none. */
  base_map: z.unknown().nullable(),
})

export type Snapshot = z.infer<typeof snapshotSchema>
export type PublishedService = z.infer<typeof serviceSchema>
export type PublishedOrganization = z.infer<typeof organizationSchema>
export type PublishedLocation = z.infer<typeof locationSchema>
export type Schedule = z.infer<typeof scheduleSchema>
export type Phone = z.infer<typeof phoneSchema>
export type Term = z.infer<typeof termSchema>
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>
export type GuideStep = z.infer<typeof guideStepSchema>
export type Place = z.infer<typeof placeSchema>
