/** Where the form begins: empty, with a sheet, on a matter that came back, or with a draft that becomes a sheet. */
import type { MatterView } from '../../../api/matters/schema.ts'
import type { SheetKept, SheetView } from '../../../api/signals/sheet-schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { session } from '../../lib/session.ts'
import type { SheetStart } from '../../parts/signal-form/sheet.ts'
import { beginning, typedFrom } from '../../parts/signal-form/typed.ts'

export type Start = { form: SheetStart; openMatter: MatterView | null; goTo: string | null }

/** `#<matter>`, `#<matter>/<draft>` or `#concept/<sheet>`. */
export async function readStart(matterId: string, secondId: string): Promise<Answer<Start>> {
  const who = await session()
  if (!who.ok) return who
  const empty = beginning(who.value)
  if (matterId === '' && secondId !== '') return fromSheet(secondId)
  if (matterId === '') return begin({ typed: empty, sheet: null, meetingId: null, openMatterId: null })

  const answer = await ask<MatterView>('GET', `/matters/${matterId}`)
  if (!answer.ok) return answer
  const matter = answer.value
  const draft = matter.signals.find((each) => each.id === secondId && each.status === 'draft') ?? null
  if (secondId !== '' && !draft) return begin(null, matter, `/werk/hulpvraag/#${matterId}`)
  const openMatter = matter.state === 'draft' ? null : matter
  const typed = typedFrom(matter, draft, empty)
  const openMatterId = openMatter?.id ?? null
  if (!draft) return begin({ typed, sheet: null, meetingId: null, openMatterId }, openMatter)

  // A draft that came in another way is taken over: one thing to write on, kept at every pause.
  const taken = await ask<SheetKept>('POST', '/sheets', { typed, ...(openMatterId && { matterId: openMatterId }) })
  if (!taken.ok) return taken
  await ask('DELETE', `/signals/${draft.id}`, { version: draft.version })
  history.replaceState(null, '', `#concept/${taken.value.id}`)
  return begin({ typed, sheet: taken.value, meetingId: null, openMatterId }, openMatter)
}

async function fromSheet(id: string): Promise<Answer<Start>> {
  const answer = await ask<SheetView>('GET', `/sheets/${id}`)
  if (!answer.ok) return answer
  const { typed, meetingId, matterId } = answer.value
  if (meetingId) return begin(null, null, `/werk/school/overleg/#${meetingId}`)
  const matter = matterId ? await ask<MatterView>('GET', `/matters/${matterId}`) : null
  if (matter && !matter.ok) return matter
  return begin({ typed, sheet: answer.value, meetingId, openMatterId: matterId }, matter?.value ?? null)
}

const nowhere: SheetStart = {
  typed: beginning({ desks: [], roles: [] }),
  sheet: null,
  meetingId: null,
  openMatterId: null,
}

const begin = (form: SheetStart | null, openMatter: MatterView | null = null, goTo: string | null = null) =>
  ({ ok: true, value: { form: form ?? nowhere, openMatter, goTo } }) satisfies Answer<Start>
