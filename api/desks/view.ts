import type { AgreedChoice } from './actions.ts'
import type { DesksView } from './schema.ts'

/** The choice list on the wire. When a service was confirmed is the site's to show, not this list's. */
export const desksView = (desks: readonly AgreedChoice[]): DesksView => ({
  desks: desks.map(({ services, agreement, ...desk }) => ({
    ...desk,
    agreement: agreement && {
      id: agreement.id,
      answerDays: agreement.terms.answer,
      contactDays: agreement.terms.contact,
      startDays: agreement.terms.start,
      criteria: agreement.criteria,
      needed: agreement.needed,
      fromKind: agreement.fromKind,
      toKind: agreement.toKind,
    },
    services: services.map(({ id, slug, name, themes, places, national }) => ({
      id,
      slug,
      name,
      themes: [...themes],
      places: [...places],
      national,
    })),
  })),
})
