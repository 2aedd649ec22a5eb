/** Dutch of what residents say with the code, for who helps them, and of what is answered. */
import type { AlarmView } from '../../api/alarms/schema.ts'

export const alarmWords: Record<AlarmView['kind'], string> = {
  nobody_called: 'Niemand heeft gebeld',
  went_differently: 'Het is anders gegaan',
  not_helped: 'Het heeft niet geholpen',
  objects: 'Bezwaar tegen het delen van gegevens',
}

export const alarmAnswerWords: Record<NonNullable<AlarmView['answer']>, string> = {
  called: 'Wij hebben gebeld',
  spoken: 'Wij hebben elkaar gesproken',
  will_call: 'Wij bellen op een dag',
  reopened: 'De hulp is heropend',
}
