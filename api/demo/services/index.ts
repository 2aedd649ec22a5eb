/** All services of the demo, by a key that never changes: ids are made from it. */
import type { DemoService } from '../shape.ts'
import { family } from './family.ts'
import { home } from './home.ts'
import { languageAndRights } from './language-and-rights.ts'
import { meeting } from './meeting.ts'
import { mindAndSafety } from './mind-and-safety.ts'
import { moneyAndWork } from './money-and-work.ts'
import { national } from './national.ts'

export const services: Record<string, DemoService> = {
  ...moneyAndWork,
  ...languageAndRights,
  ...family,
  ...home,
  ...meeting,
  ...mindAndSafety,
  ...national,
}
