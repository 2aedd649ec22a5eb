/** Dutch of the codes of a transfer. Exhaustive over the codes that travel: a new one does not compile without its words. */
import type { ConfirmContactInput, TransferView } from '../../api/transfers/schema.ts'

type Status = TransferView['status']
export type TransferCommand = TransferView['commands'][number]

export const transferStates: Record<Status, string> = {
  draft: 'concept',
  offered: 'aangeboden',
  accepted: 'aangenomen',
  handed_over: 'overgedragen',
  started: 'gestart',
  closed: 'afgesloten',
  declined: 'niet aangenomen',
  expired: 'geen antwoord',
  withdrawn: 'ingetrokken',
}

/** What the state means for who looks at it: whose turn it is, and who is responsible meanwhile. */
export const transferNow: Record<Status, { sender: string; receiver: string }> = {
  draft: { sender: 'Dit is een concept. De ontvanger ziet het nog niet.', receiver: '' },
  offered: {
    sender: 'De ontvanger heeft nog niet geantwoord. Tot de overdracht blijft u verantwoordelijk.',
    receiver: 'Dit is aan uw team aangeboden. Neem het aan of niet. Wie het is, ziet u als u het aanneemt.',
  },
  accepted: {
    sender: 'Aangenomen. Plan samen het gesprek. U blijft verantwoordelijk tot u beiden de overdracht hebt bevestigd.',
    receiver: 'Aangenomen. Plan samen het gesprek. U wordt verantwoordelijk als u beiden de overdracht hebt bevestigd.',
  },
  handed_over: {
    sender: 'Overgedragen. De ontvanger is nu verantwoordelijk.',
    receiver: 'Overgedragen. U bent nu verantwoordelijk. Meld wanneer de hulp start.',
  },
  started: {
    sender: 'De hulp is gestart. U krijgt bericht als die is afgesloten.',
    receiver: 'De hulp is gestart. U bent verantwoordelijk.',
  },
  closed: { sender: 'De hulp is afgesloten.', receiver: 'U hebt de hulp afgesloten.' },
  declined: {
    sender: 'Niet aangenomen. Kies wat u nu doet: een ander team, of afsluiten.',
    receiver: 'U hebt dit niet aangenomen.',
  },
  expired: {
    sender: 'Er kwam geen antwoord. Kies wat u nu doet: een ander team, of afsluiten.',
    receiver: 'De termijn is voorbij. Het ligt weer bij de verzender.',
  },
  withdrawn: { sender: 'U hebt dit ingetrokken.', receiver: 'Dit is ingetrokken.' },
}

export const transferCommands: Record<TransferCommand, string> = {
  offer: 'Aanbieden',
  discard: 'Concept weggooien',
  accept: 'Aannemen',
  decline: 'Niet aannemen',
  expire: 'Verlopen',
  withdraw: 'Intrekken',
  plan_contact: 'Gesprek plannen',
  contact_failed: 'Gesprek niet gelukt',
  confirm_contact: 'Overdracht bevestigen',
  take_back_confirmation: 'Bevestiging terugnemen',
  make_cold: 'Overdragen zonder gesprek',
  return: 'Teruggeven',
  lapse: 'Vervallen',
  report_waiting: 'Wachttijd melden',
  start: 'Starten',
  close: 'Afsluiten',
  pass_on: 'Verder overgedragen',
  reopen: 'Heropenen',
  assign: 'Toewijzen',
}

export const coldWords: Record<NonNullable<TransferView['coldReason']>, string> = {
  own_wish: 'De inwoner wil geen gesprek met drie',
  unreachable: 'De inwoner is niet te bereiken voor een gesprek',
  unsafe: 'Een gesprek is niet veilig',
  crisis: 'Er is een crisis',
}

export const contactHowWords: Record<NonNullable<TransferView['contactHow']>, string> = {
  phone: 'Bellen met drie',
  visit: 'Bij de inwoner thuis',
  office: 'Op kantoor',
  video: 'Met beeld',
}

export const missedWords: Record<NonNullable<TransferView['contactMissedReason']>, string> = {
  no_answer: 'De inwoner nam niet op of was er niet',
  resident_cancelled: 'De inwoner zegde af',
  sender_cancelled: 'De verzender kon niet',
  receiver_cancelled: 'De ontvanger kon niet',
  no_interpreter: 'Er was geen tolk',
  other: 'Anders',
}

export const presentWords: Record<ConfirmContactInput['present'][number], string> = {
  resident: 'De inwoner',
  sender: 'De verzender',
  receiver: 'De ontvanger',
  interpreter: 'Een tolk',
  own_network: 'Iemand van de inwoner: familie, vriend of buur',
}

export const absenceWords: Record<NonNullable<TransferView['absentReason']>, string> = {
  own_wish: 'De inwoner wilde er niet bij zijn',
  unreachable: 'De inwoner was niet te bereiken',
  unsafe: 'Het was niet veilig',
  ill: 'De inwoner was ziek',
  represented: 'Iemand anders sprak namens de inwoner',
}

export const transferOutcomeWords: Record<NonNullable<TransferView['outcome']>, string> = {
  helped: 'Geholpen',
  partly_helped: 'Voor een deel geholpen',
  stopped_by_resident: 'De inwoner is gestopt',
  moved: 'Verhuisd',
  passed_on: 'Verder overgedragen',
  other: 'Anders',
}

const { passed_on: _never, ...chosen } = transferOutcomeWords
/** What a receiver may choose: `passed_on` follows from the next handover. */
export const chosenOutcomeWords = chosen
