/** Names of themes and places by code, for islands that show facts from the API. Build time only. */
import { snapshot } from './snapshot.ts'

export type Names = { themes: Record<string, string>; places: Record<string, string> }

export const names: Names = {
  themes: Object.fromEntries(snapshot.themes.map((theme) => [theme.code, theme.name])),
  places: Object.fromEntries(snapshot.places.map((place) => [place.id, place.name])),
}
