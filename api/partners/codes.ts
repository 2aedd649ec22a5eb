/** What a key of a partner's own system may do with a transfer that its organisation received. */
export const keyCommands = ['copy', 'plan_contact', 'confirm_contact', 'start', 'close'] as const
export type KeyCommand = (typeof keyCommands)[number]

/** How long a key lasts, in days: the administrator chooses one. */
export const keyDays = [30, 90, 180, 365] as const
export type KeyDays = (typeof keyDays)[number]

export type KeyState = 'works' | 'expired' | 'revoked'

export type DeliveryState = 'waiting' | 'delivered' | 'given_up'
