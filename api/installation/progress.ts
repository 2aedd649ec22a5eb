/** Lines that say what is happening and how long it took, for whoever waits at the terminal. */
export type Progress = {
  /** Does the work and prints a line; `tell` says more about the outcome. */
  run: <T>(what: string, work: () => Promise<T>, tell?: (outcome: T) => string | null) => Promise<T>
  note: (line: string) => void
}

export function terminalProgress(write: (line: string) => void = console.log): Progress {
  return {
    run: async (what, work, tell) => {
      const started = performance.now()
      const outcome = await work()
      const more = tell?.(outcome)
      write(`${duration(performance.now() - started)}  ${what}${more ? `: ${more}` : ''}`)
      return outcome
    },
    note: write,
  }
}

const duration = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(8)
