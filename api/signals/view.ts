/** What each party reads of a signal. */
import type { Viewer } from '../viewer.ts'
import type { SignalMoved } from './schema.ts'
import { commandsFor } from './sides.ts'
import type { Signal } from './signal.ts'

/** What a command answers with: where the signal stands now, and what is open to this viewer. */
export const toMoved = (signal: Signal, viewer: Viewer): SignalMoved => ({
  id: signal.id,
  matterId: signal.matterId,
  status: signal.status,
  version: signal.version,
  commands: commandsFor(signal, viewer),
})
