/** The forms behind the commands of a signal. A command without its form does not compile. */
import type {
  AnswerInput,
  AskInput,
  AssignInput,
  ConcludeInput,
  RedirectInput,
  SendBackInput,
  WithdrawInput,
} from '../../../../api/signals/schema.ts'
import type { OnlyVersion } from '../../../../api/matters/schema.ts'
import { noActionWords, outcomeWords, returnWords, type SignalCommand } from '../../../lib/signal-words.ts'
import { choicesOf } from '../../../lib/words.ts'
import { colleagueChoices, nextField } from './common.ts'
import { anyForm, type AnyForm, type CommandForm } from './fields.ts'

/** Sending and throwing away a draft is done where it is written. */
type Here = Exclude<SignalCommand, 'send' | 'discard'>

type Inputs = {
  take: OnlyVersion
  withdraw: WithdrawInput
  redirect: RedirectInput
  send_back: SendBackInput
  ask: AskInput
  answer: AnswerInput
  resume: OnlyVersion
  conclude: ConcludeInput
  ask_to_withdraw: WithdrawInput
  assign: AssignInput
}

const { became_transfer: _byOffering, ...outcomes } = outcomeWords

const forms: { [Command in Here]: CommandForm<Inputs[Command]> } = {
  take: { fields: {}, done: 'U hebt het signaal opgepakt. U bent nu verantwoordelijk.', weight: 'main' },
  answer: {
    fields: { text: { kind: 'area', label: 'Uw antwoord', hint: 'Schrijf alleen op wat het team nodig heeft.' } },
    done: 'Uw antwoord is verstuurd. Het team gaat verder.',
    weight: 'main',
  },
  ask: {
    explain: 'De verzender krijgt bericht en heeft een paar werkdagen om te antwoorden. U blijft verantwoordelijk.',
    fields: { question: { kind: 'area', label: 'Uw vraag aan de verzender' } },
    done: 'Uw vraag is verstuurd.',
    weight: 'other',
  },
  resume: { fields: {}, done: 'U gaat verder zonder antwoord.', weight: 'other' },
  conclude: {
    explain: 'De verzender leest wat u terugkoppelt. Dat kan niet leeg blijven.',
    fields: {
      outcome: { kind: 'radios', label: 'Wat is de uitkomst?', choices: choicesOf(outcomes) },
      reason: {
        kind: 'radios',
        label: 'Waarom is er niets gedaan?',
        choices: choicesOf(noActionWords),
        when: (values) => values.outcome === 'no_action',
      },
      feedback: {
        kind: 'area',
        label: 'Terugkoppeling aan de verzender',
        hint: 'Wat is er gebeurd, en wat mag de verzender verwachten? Niet meer dan nodig.',
      },
      next: nextField,
    },
    done: 'Het signaal is afgerond. De verzender leest uw terugkoppeling.',
    weight: 'main',
  },
  assign: {
    fields: { assignee: { kind: 'select', label: 'Aan wie?', choices: colleagueChoices } },
    done: 'Het signaal is toegewezen.',
    weight: 'other',
  },
  redirect: {
    explain: 'Dit blijft binnen uw organisatie. Het andere team moet het signaal opnieuw oppakken.',
    fields: {
      receiverDesk: { kind: 'desk', label: 'Naar welk team?' },
      reason: { kind: 'area', label: 'Waarom zet u het door?' },
    },
    done: 'Het signaal is doorgezet.',
    weight: 'away',
  },
  send_back: {
    explain: 'De verzender wordt weer verantwoordelijk en krijgt bericht.',
    fields: {
      reason: { kind: 'radios', label: 'Waarom stuurt u het terug?', choices: choicesOf(returnWords) },
      betterAddress: { kind: 'area', label: 'Waar kan de verzender beter terecht?', optional: true },
    },
    done: 'Het signaal is teruggestuurd. De verzender leest waarom.',
    weight: 'away',
  },
  withdraw: {
    explain: 'De ontvanger kan het signaal daarna niet meer zien. U blijft verantwoordelijk.',
    fields: { reason: { kind: 'area', label: 'Waarom trekt u het in?' } },
    done: 'Het signaal is ingetrokken. Kies nu wat u verder doet.',
    weight: 'away',
  },
  ask_to_withdraw: {
    explain: 'De ontvanger werkt er al aan en beslist of het stopt.',
    fields: { reason: { kind: 'area', label: 'Waarom kan het stoppen?' } },
    done: 'Uw verzoek staat bij de ontvanger.',
    weight: 'away',
  },
}

export const signalForm = (command: SignalCommand): AnyForm | null =>
  command === 'send' || command === 'discard' ? null : anyForm(forms[command] as CommandForm<unknown>)
