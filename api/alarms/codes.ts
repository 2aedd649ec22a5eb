/** What a holder can answer to what a resident said. `called` and `spoken` have happened; `will_call` names the day. */
export const answers = ['called', 'spoken', 'will_call'] as const
export type Answer = (typeof answers)[number]
