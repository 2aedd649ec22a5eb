/** Drawn signs beside words, 24 × 24, stroked: those of a service, which an island takes along. All others in page-signs.ts. */
export const signs = {
  open: 'M3 21V4.5L14 3v18M14 5h6v16M10.5 12h.01',
  phone: 'M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z',
  place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  euro: 'M18 6.5A7 7 0 1 0 18 17.5M4 10.5h9M4 13.5h8',
  check: 'M4 12.5l5 5L20 6.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  letter: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7',
  arrow: 'M4 12h16M13 5l7 7-7 7',
  people:
    'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-7 7-7s7 3 7 7M16 3.5a4 4 0 0 1 0 7.5M18 14.5c2.5.8 4 3.4 4 6.5',
} as const
export type SignName = keyof typeof signs

/** The sign on the button of each sort of next step. */
export const stepIcons = {
  call: 'phone',
  walk_in: 'open',
  sign_up: 'arrow',
  referral: 'letter',
  none: 'arrow',
} as const satisfies Record<string, SignName>
