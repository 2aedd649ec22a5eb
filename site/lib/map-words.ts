/** What the map says. */
export const mapWords = {
  smallMap: 'Kaart met deze plek',
  zoomIn: 'Vergroot de kaart',
  zoomOut: 'Verklein de kaart',
  /** The four buttons together, and each of them. */
  move: 'Verschuif de kaart',
  moveTo: {
    left: 'Schuif naar links',
    up: 'Schuif omhoog',
    down: 'Schuif omlaag',
    right: 'Schuif naar rechts',
  },
  twoFingers: 'Gebruik twee vingers om de kaart te verschuiven.',
  here: 'U zoekt hier',
  /** A group that falls apart when it is chosen. */
  enlarge: (count: number) => `${count} plekken, vergroot`,
  /** Places that lie on one spot. */
  sameSpot: (count: number, name: string) => `${count} plekken op dit punt, onder meer ${name}`,
} as const
