/** Every figure, in the order of what is promised. */
import { catalogue } from './catalogue.ts'
import type { Figure } from './figure.ts'
import { forgeriesRefused } from './forgeries.ts'

export const figures: readonly Figure[] = [catalogue, forgeriesRefused]
