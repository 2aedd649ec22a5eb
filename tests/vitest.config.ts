import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const onDatabase = {
  globalSetup: './tests/setup/cluster.ts',
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

/** `unit` needs nothing; `api`, `browser` and `start` run on a real PostgreSQL. */
export default defineConfig({
  root,
  test: {
    globals: false,
    maxWorkers: 2,
    projects: [
      {
        test: {
          root,
          name: 'unit',
          include: ['{api,search,site}/**/*.test.ts', 'tests/{lint,search}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          root,
          name: 'api',
          include: ['tests/{api,migrations,faults}/**/*.test.ts'],
          ...onDatabase,
        },
      },
      {
        test: {
          root,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...onDatabase,
          globalSetup: './tests/setup/demo.ts',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          root,
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
