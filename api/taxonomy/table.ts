import type { Generated } from 'kysely'

/** HSDS taxonomies, and the words editors lay beside them. */
export type TaxonomyTable = {
  id: string
  name: string
  description: string
  uri: string | null
  version: string | null
  /** Not HSDS: what it is for on the site; null is keywords. */
  purpose: 'theme' | 'target_group' | 'life_domain' | null
}

export type TaxonomyTermTable = {
  id: string
  code: string | null
  name: string
  description: string
  parent_id: string | null
  taxonomy: string | null
  language: string | null
  taxonomy_id: string | null
  term_uri: string | null
  /** Not HSDS: the code on the site, last part of a theme's path. */
  slug: string
  /** Not HSDS: such as violence; gets a quick exit and the strip with crisis numbers. */
  sensitive: Generated<boolean>
}

/** `link_id` points into the table that `link_entity` names. */
export type AttributeTable = {
  id: string
  link_id: string
  taxonomy_term_id: string
  link_type: string | null
  link_entity: string
  value: string | null
  label: string | null
}

/** Not HSDS: what one can do oneself or with people near, per theme (the slug of its term). */
export type SelfHelpTable = {
  theme: string
  position: number
  words: string
}

/** Not HSDS: a step of the guide; it asks, or ends in the services of its themes. */
export type GuideStepTable = {
  code: string
  question: string
  explanation: string | null
  crisis: boolean
  themes: string[]
  /** The services it names first, in this order. */
  services: string[]
}

export type GuideChoiceTable = {
  step: string
  position: number
  words: string
  hint: string | null
  sign: string | null
  leads_to: string
}

/** Not HSDS: what a term means, in plain words, and the other ways in which it is written. */
export type GlossaryTermTable = {
  term: string
  forms: string[]
  means: string
}
