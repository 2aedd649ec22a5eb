/** Every sign a page can draw: those of a service, and those of themes and the guide, which no island takes along. */
import { signs } from './signs.ts'

export const pageSigns = {
  ...signs,
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z',
  house: 'M3 11l9-8 9 8M5 9.5V21h14V9.5M10 21v-6h4v6',
  heart: 'M12 20.5S3.5 15 3.5 8.8A4.8 4.8 0 0 1 12 6a4.8 4.8 0 0 1 8.5 2.8C20.5 15 12 20.5 12 20.5z',
  child: 'M12 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 8v8M6 11c2 1.5 4 2 6 2s4-.5 6-2M8 22l4-6 4 6',
  work: 'M3 8h18v12H3zM9 8V4h6v4M3 13h18',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5.6 5.6l3.5 3.5M14.9 14.9l3.5 3.5M18.4 5.6l-3.5 3.5M9.1 14.9l-3.5 3.5',
  scales: 'M12 3v18M7 21h10M5 6h14M5 6l-3 8a3.5 3.5 0 0 0 6 0zM19 6l-3 8a3.5 3.5 0 0 0 6 0z',
} as const
export type PageSign = keyof typeof pageSigns
