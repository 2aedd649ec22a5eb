/** Single changes to the files of law, each of which the tests of that file must notice. */
export type Mutant = { file: string; what: string; from: string; to: string }

const law = (noun: string) => `api/${noun}s/${noun}.ts`

export const mutants: Record<string, Mutant> = {
  signal: {
    file: law('signal'),
    what: 'the sender may take its own signal',
    from: "take: { from: ['sent'], by: ['receiver'] }",
    to: "take: { from: ['sent'], by: ['sender', 'receiver'] }",
  },
  transfer: {
    file: law('transfer'),
    what: 'support starts without a handover',
    from: "start: { from: ['handed_over'], by: ['receiver'] }",
    to: "start: { from: ['accepted', 'handed_over'], by: ['receiver'] }",
  },
  matter: {
    file: law('matter'),
    what: 'anyone closes a matter',
    from: "if (matter.holder !== organization) throw new Refusal('matter.not_yours')\n  switch",
    to: 'switch',
  },
}
