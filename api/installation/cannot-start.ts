/** A reason not to start that somebody can act on: it is shown as one sentence, without a stack. */
export class CannotStart extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CannotStart'
  }
}

/** Runs a command's `main`; a reason somebody can act on is printed as its sentence, and the process ends with 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    process.exitCode = 1
    console.error(error instanceof CannotStart ? error.message : error)
  }
}
