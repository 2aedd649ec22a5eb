import { town } from './town.ts'
import { villages } from './villages.ts'

/** Where one can go. */
export const locations = { ...town, ...villages } as const
export type LocationKey = keyof typeof locations
