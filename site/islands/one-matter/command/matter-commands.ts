/** The forms behind the commands of a matter. The handover card is a page of its own. */
import type { CloseMatterInput, MatterCommand, PlanMatterInput } from '../../../../api/matters/schema.ts'
import { matterOutcomeWords, nextActWords } from '../../../lib/matter-words.ts'
import { choicesOf } from '../../../lib/words.ts'
import { anyForm, type AnyForm, type CommandForm } from './fields.ts'

/** What somebody plans; the others follow from what came back. */
const { sent_back: _sentBack, withdrawn: _withdrawn, ...planned } = nextActWords
export const plannedActs = choicesOf(planned)

const forms: { close: CommandForm<CloseMatterInput>; plan: CommandForm<PlanMatterInput> } = {
  close: {
    explain: 'Wie de hulpvraag stuurde, leest wat u terugkoppelt. Na 30 dagen ziet niemand de gegevens nog.',
    fields: {
      outcome: { kind: 'radios', label: 'Wat is de uitkomst?', choices: choicesOf(matterOutcomeWords) },
      feedback: { kind: 'area', label: 'Terugkoppeling', hint: 'Wat is er gebeurd? Niet meer dan nodig.' },
    },
    done: 'De hulpvraag is afgesloten.',
    weight: 'other',
  },
  plan: {
    fields: {
      act: { kind: 'radios', label: 'Wat is de volgende stap?', choices: plannedActs },
      on: { kind: 'day', label: 'Op welke dag?' },
    },
    done: 'De volgende stap staat in uw werklijst.',
    weight: 'other',
  },
}

export const matterForm = (command: MatterCommand): AnyForm | null =>
  command === 'issue_follow_code' ? null : anyForm(forms[command] as CommandForm<unknown>)
