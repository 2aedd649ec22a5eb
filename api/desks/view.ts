import type { Choice } from './desk.ts'
import type { DesksView } from './schema.ts'

/** The choice list on the wire. When a service was confirmed is the site's to show, not this list's. */
export const desksView = (desks: readonly Choice[]): DesksView => ({
  desks: desks.map(({ services, ...desk }) => ({
    ...desk,
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
