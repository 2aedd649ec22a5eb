/** What the follow page says, in each language it can be read in. A new code does not compile without its words. */
import { en } from './follow-words.en.ts'
import { nl } from './follow-words.nl.ts'
import type { AlarmKind, Language, Saying, StepCode } from '../../api/followup/codes.ts'

type Situation =
  | 'signal_sent'
  | 'signal_taken'
  | 'signal_waiting'
  | 'transfer_offered'
  | 'transfer_accepted'
  | 'transfer_handed_over'
  | 'transfer_started'
  | 'with_holder'

export type FollowWords = {
  title: string
  situations: Record<Situation, { title: string; text: string }>
  closed: { title: string; text: string }
  ball: { who: string; since: string; until: string; call: string; callButton: string; silence: string }
  told: Record<`told_${Saying | 'answers'}` | 'already' | 'not_now' | 'words_bsn' | 'words_too_long', string>
  meeting: {
    title: string
    planned: string
    unplanned: string
    hows: Record<'phone' | 'visit' | 'office' | 'video', string>
    was: string
    wasHint: string
  }
  say: {
    title: string
    intro: string
    kinds: Record<Exclude<AlarmKind, 'objects'> | 'helped', string>
    hints: Record<Exclude<AlarmKind, 'objects'> | 'helped', string>
    words: string
    wordsHint: string
    send: string
  }
  alarms: {
    title: string
    kinds: Record<AlarmKind, string>
    answers: Record<'waiting' | 'called' | 'spoken' | 'will_call' | 'reopened', string>
  }
  questions: {
    title: string
    intro: string
    door: string
    again: string
    help: string
    yes: string
    no: string
    partly: string
    send: string
  }
  steps: { title: string; words: Record<StepCode, string> }
  kept: {
    title: string
    intro: string
    kinds: Record<'name' | 'phone' | 'contact' | 'question' | 'steps', string>
    seers: string
    grounds: Record<'task' | 'consent' | 'vital', string>
    rights: string
    object: string
    objectHint: string
    objectSend: string
  }
  print: string
  unknown: { title: string; text: string; help: string }
  tooMany: { title: string; text: string; help: string }
  form: { label: string; hint: string; button: string }
}

export const followWords: Record<Language, FollowWords> = { nl, en }

/** For who reads neither: what the card is for and what to do. The page itself is in Dutch and English. */
export const helpTexts: readonly { lang: string; dir: 'ltr' | 'rtl'; name: string; text: string }[] = [
  {
    lang: 'ar',
    dir: 'rtl',
    name: 'العربية',
    text: 'حصلت على بطاقة عليها رمز. اكتب الرمز هنا لترى من المسؤول الآن ومن يمكنك الاتصال به. هل تحتاج إلى مساعدة؟ اتصل بالشخص الذي أعطاك البطاقة.',
  },
  {
    lang: 'tr',
    dir: 'ltr',
    name: 'Türkçe',
    text: 'Üzerinde kod olan bir kart aldınız. Şimdi kimin sorumlu olduğunu ve kimi arayabileceğinizi görmek için kodu buraya yazın. Yardım mı gerekiyor? Kartı size veren kişiyi arayın.',
  },
  {
    lang: 'pl',
    dir: 'ltr',
    name: 'Polski',
    text: 'Masz kartę z kodem. Wpisz tutaj kod, aby zobaczyć, kto jest teraz odpowiedzialny i do kogo możesz zadzwonić. Potrzebujesz pomocy? Zadzwoń do osoby, która dała Ci kartę.',
  },
  {
    lang: 'uk',
    dir: 'ltr',
    name: 'Українська',
    text: 'Ви отримали картку з кодом. Введіть код тут, щоб побачити, хто зараз відповідає і кому можна зателефонувати. Потрібна допомога? Зателефонуйте людині, яка дала вам картку.',
  },
]
