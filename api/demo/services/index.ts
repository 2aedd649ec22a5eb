/** All services of the demo, by a key that never changes: ids are made from it. A file per theme. */
import type { DemoService } from '../shape.ts'
import { addiction } from './addiction.ts'
import { care } from './care.ts'
import { disability } from './disability.ts'
import { doingTogether } from './doing-together.ts'
import { growingUp } from './growing-up.ts'
import { helpAtHome } from './help-at-home.ts'
import { housing } from './housing.ts'
import { informalCare } from './informal-care.ts'
import { language } from './language.ts'
import { makingEndsMeet } from './making-ends-meet.ts'
import { meeting } from './meeting.ts'
import { mind } from './mind.ts'
import { money } from './money.ts'
import { nationalSafety } from './national-safety.ts'
import { national } from './national.ts'
import { rights } from './rights.ts'
import { safety } from './safety.ts'
import { work } from './work.ts'
import { youthCare } from './youth-care.ts'

export const services: Record<string, DemoService> = {
  ...money,
  ...makingEndsMeet,
  ...work,
  ...language,
  ...rights,
  ...growingUp,
  ...youthCare,
  ...informalCare,
  ...housing,
  ...care,
  ...helpAtHome,
  ...meeting,
  ...doingTogether,
  ...mind,
  ...addiction,
  ...safety,
  ...disability,
  ...nationalSafety,
  ...national,
}
