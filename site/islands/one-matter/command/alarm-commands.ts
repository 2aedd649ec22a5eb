/** The form behind answering what a resident said. Which alarm it is, is said by where the button stands. */
import type { AnswerAlarmInput } from '../../../../api/alarms/schema.ts'
import { alarmAnswerWords } from '../../../lib/alarm-words.ts'
import { choicesOf } from '../../../lib/words.ts'
import { anyForm, type CommandForm } from './fields.ts'

const { reopened: _byReopening, ...chosen } = alarmAnswerWords

export const answerForm = anyForm<Omit<AnswerAlarmInput, 'kind'>>({
  explain: 'De inwoner leest uw antwoord met de code van de kaart. Alleen wat u hier kiest, niet meer.',
  fields: {
    answer: { kind: 'radios', label: 'Wat is er gedaan?', choices: choicesOf(chosen) },
    on: { kind: 'day', label: 'Op welke dag belt u?', when: (values) => values.answer === 'will_call' },
  },
  done: 'De melding is beantwoord. De inwoner ziet uw antwoord.',
  weight: 'main',
} satisfies CommandForm<Omit<AnswerAlarmInput, 'kind'>>)
