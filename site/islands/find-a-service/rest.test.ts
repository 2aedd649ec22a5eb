import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atRest } from './rest.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('what waits for a rest is done once, after the last key and not before', () => {
  const act = vi.fn<() => void>()
  const rest = atRest(150, act)
  for (let key = 0; key < 5; key++) {
    rest.touch()
    vi.advanceTimersByTime(100)
  }
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(49)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(act).toHaveBeenCalledTimes(1)
})

test('what is stopped is not done, until there is a key again', () => {
  const act = vi.fn<() => void>()
  const rest = atRest(150, act)
  rest.touch()
  rest.stop()
  vi.advanceTimersByTime(1000)
  expect(act).not.toHaveBeenCalled()
  rest.touch()
  vi.advanceTimersByTime(150)
  expect(act).toHaveBeenCalledTimes(1)
})
