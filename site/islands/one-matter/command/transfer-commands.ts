/** The forms behind the commands of a transfer. A command without its form does not compile. */
import type { OnlyVersion } from '../../../../api/matters/schema.ts'
import type {
  AcceptInput,
  AssignInput,
  CloseInput,
  ConfirmContactInput,
  ContactFailedInput,
  DeclineInput,
  MakeColdInput,
  PlanContactInput,
  ReopenInput,
  ReportWaitingInput,
  TransferView,
  WithdrawInput,
} from '../../../../api/transfers/schema.ts'
import { returnWords } from '../../../lib/signal-words.ts'
import {
  absenceWords,
  chosenOutcomeWords,
  coldWords,
  contactHowWords,
  missedWords,
  presentWords,
  type TransferCommand,
  transferCommands,
} from '../../../lib/transfer-words.ts'
import { choicesOf } from '../../../lib/words.ts'
import { colleagueChoices, nextField } from './common.ts'
import { anyForm, type AnyForm, type CommandForm, list } from './fields.ts'

type Inputs = {
  accept: AcceptInput
  decline: DeclineInput
  withdraw: WithdrawInput
  plan_contact: PlanContactInput
  contact_failed: ContactFailedInput
  confirm_contact: ConfirmContactInput
  take_back_confirmation: OnlyVersion
  make_cold: MakeColdInput
  return: DeclineInput
  report_waiting: ReportWaitingInput
  start: OnlyVersion
  close: CloseInput
  reopen: ReopenInput
  assign: AssignInput
}
type Here = keyof Inputs
/** Offering is a page of its own; the rest is the clock's. */
type Elsewhere = Exclude<TransferCommand, Here>

const forms: { [Command in Here]: CommandForm<Inputs[Command]> } = {
  accept: {
    explain: ({ transfer }) =>
      transfer?.warm === false
        ? 'Er komt geen gesprek met drie. U wordt meteen verantwoordelijk, en ziet dan om wie het gaat.'
        : 'U ziet daarna om wie het gaat. De verzender blijft verantwoordelijk tot u beiden het gesprek hebt bevestigd.',
    fields: {
      caseworker: {
        kind: 'select',
        label: 'Wie gaat dit doen?',
        choices: colleagueChoices,
        initial: ({ who }) => who.userId,
      },
    },
    done: 'U hebt de overdracht aangenomen.',
    weight: 'main',
  },
  plan_contact: {
    fields: {
      on: {
        kind: 'moment',
        label: 'Wanneer is het gesprek?',
        initial: ({ transfer }) => transfer?.contactOn ?? '',
      },
      how: {
        kind: 'radios',
        label: 'Hoe?',
        choices: choicesOf(contactHowWords),
        initial: ({ transfer }) => transfer?.contactHow ?? '',
      },
    },
    done: 'Het gesprek staat gepland. De ander ziet het ook.',
    weight: 'main',
  },
  confirm_contact: {
    explain: 'Als u en de ander beiden hebben bevestigd, gaat de verantwoordelijkheid over.',
    fields: {
      present: { kind: 'checks', label: 'Wie waren erbij?', choices: choicesOf(presentWords) },
      absentReason: {
        kind: 'radios',
        label: 'Waarom was de inwoner er niet bij?',
        choices: choicesOf(absenceWords),
        when: (values) => list(values, 'present').length > 0 && !list(values, 'present').includes('resident'),
      },
    },
    done: 'U hebt de overdracht bevestigd.',
    weight: 'main',
  },
  start: { fields: {}, done: 'De hulp is gestart. De verzender krijgt bericht.', weight: 'main' },
  close: {
    explain: 'De verzender leest wat u terugkoppelt. Dat kan niet leeg blijven.',
    fields: {
      outcome: { kind: 'radios', label: 'Wat is de uitkomst?', choices: choicesOf(chosenOutcomeWords) },
      feedback: {
        kind: 'area',
        label: 'Terugkoppeling aan de verzender',
        hint: 'Wat is er bereikt, en wat mag de verzender verwachten? Niet meer dan nodig.',
      },
      next: nextField,
    },
    done: 'De hulp is afgesloten. De verzender leest uw terugkoppeling.',
    weight: 'other',
  },
  contact_failed: {
    explain: 'Kies meteen een nieuwe datum, dan valt niemand tussen wal en schip.',
    fields: {
      reason: { kind: 'radios', label: 'Waarom ging het niet door?', choices: choicesOf(missedWords) },
      on: { kind: 'moment', label: 'Wanneer probeert u het opnieuw?' },
    },
    done: 'Het nieuwe gesprek staat gepland.',
    weight: 'other',
  },
  report_waiting: {
    fields: { until: { kind: 'day', label: 'Tot en met welke dag is er een wachttijd?' } },
    done: 'De wachttijd is gemeld. De verzender en de inwoner zien tot wanneer.',
    weight: 'other',
  },
  take_back_confirmation: { fields: {}, done: 'U hebt uw bevestiging teruggenomen.', weight: 'other' },
  assign: {
    fields: { caseworker: { kind: 'select', label: 'Aan wie?', choices: colleagueChoices } },
    done: 'De overdracht is toegewezen.',
    weight: 'other',
  },
  reopen: {
    fields: { reason: { kind: 'area', label: 'Waarom heropent u de hulp?' } },
    done: 'De hulp is heropend.',
    weight: 'other',
  },
  make_cold: {
    explain:
      'Er komt geen gesprek met drie. De ontvanger wordt meteen verantwoordelijk. Kan alleen als de inwoner de overdracht wil.',
    fields: { reason: { kind: 'radios', label: 'Waarom komt er geen gesprek?', choices: choicesOf(coldWords) } },
    done: 'Overgedragen zonder gesprek. De ontvanger is nu verantwoordelijk.',
    weight: 'away',
  },
  decline: {
    explain: 'De verzender krijgt bericht en zoekt verder.',
    fields: {
      reason: { kind: 'radios', label: 'Waarom neemt u het niet aan?', choices: choicesOf(returnWords) },
      betterAddress: { kind: 'area', label: 'Waar kan de verzender beter terecht?', optional: true },
    },
    done: 'U hebt de overdracht niet aangenomen. De verzender leest waarom.',
    weight: 'away',
  },
  return: {
    explain: 'De verzender krijgt bericht en zoekt verder. U ziet daarna niet meer om wie het gaat.',
    fields: {
      reason: { kind: 'radios', label: 'Waarom geeft u het terug?', choices: choicesOf(returnWords) },
      betterAddress: { kind: 'area', label: 'Waar kan de verzender beter terecht?', optional: true },
    },
    done: 'U hebt de overdracht teruggegeven.',
    weight: 'away',
  },
  withdraw: {
    explain: 'De ontvanger kan het daarna niet meer zien. U blijft verantwoordelijk.',
    fields: { reason: { kind: 'area', label: 'Waarom trekt u het in?' } },
    done: 'De overdracht is ingetrokken. Kies nu wat u verder doet.',
    weight: 'away',
  },
}

/** Planning what is planned is moving it: what stood there stands in the form, and the other hears of the change. */
const replan: AnyForm = {
  ...anyForm(forms.plan_contact as CommandForm<unknown>),
  explain: 'De ander krijgt bericht. Laat ook de inwoner weten dat het anders wordt.',
  done: 'Het gesprek is verzet. De ander ziet het ook.',
  weight: 'other',
}

const elsewhere: Record<Elsewhere, null> = { offer: null, discard: null, expire: null, lapse: null, pass_on: null }

/** The button and the form of a command on this transfer; null where it is done elsewhere. */
export function transferLine(command: TransferCommand, transfer: Pick<TransferView, 'contactOn'>) {
  if (command in elsewhere) return null
  if (command === 'plan_contact' && transfer.contactOn) return { command, label: 'Gesprek verzetten', form: replan }
  return { command, label: transferCommands[command], form: anyForm(forms[command as Here] as CommandForm<unknown>) }
}
