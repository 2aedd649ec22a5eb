/** The tests of the files of law with one change in them: MUTANT names it. For the control of the figure `law`. */
import { defineConfig } from 'vitest/config'
import { mutants } from './mutants.ts'

const mutant = mutants[process.env.MUTANT ?? '']

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform(code, id) {
        if (!mutant || !id.endsWith(`/${mutant.file}`)) return undefined
        if (!code.includes(mutant.from)) throw new Error(`${mutant.file} does not say what the mutant changes`)
        return code.replace(mutant.from, mutant.to)
      },
    },
  ],
  // Off: what was changed for one run must not be found in the cache by the next.
  test: { include: ['api/{signals,transfers,matters}/*.test.ts'], maxWorkers: 2, fsModuleCache: false },
})
