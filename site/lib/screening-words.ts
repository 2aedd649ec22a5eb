/** Dutch of what a screening meeting finds. */
import type { ScreeningInput } from '../../api/signals/schema.ts'

export const natureWords: Record<ScreeningInput['nature'], string> = {
  question: 'Een vraag',
  worry: 'Een zorg',
  safety: 'Veiligheid',
}

export const severityWords: Record<ScreeningInput['severity'], string> = {
  light: 'Licht',
  serious: 'Ernstig',
  dangerous: 'Gevaarlijk',
}

export const screeningOutcomes: Record<ScreeningInput['outcome'], string> = {
  take: 'Nu oppakken',
  ask: 'Eerst een vraag stellen',
  redirect: 'Doorzetten naar een ander team',
  send_back: 'Terugsturen',
  later: 'Volgende keer weer bespreken',
}
