/** How somebody wants mail, as a row holds it. Hours of the Dutch clock. */
export type MailPreference = {
  mail: 'at_once' | 'digest'
  digestHour: number
  quietFrom: number
  quietUntil: number
}

/** Somebody who chose nothing is told at once, at any hour. */
export const unlessChosen: MailPreference = { mail: 'at_once', digestHour: 8, quietFrom: 0, quietUntil: 0 }
