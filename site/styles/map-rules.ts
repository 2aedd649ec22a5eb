/**
 * The rules of `kaart.css`, one a string. The build fills them in (bundle.ts): so they travel with the map, and a page
 * where nobody asks for the map does not fetch them.
 */
export const mapRules: readonly string[] = []
