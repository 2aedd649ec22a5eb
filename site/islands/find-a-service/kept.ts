/** What is dear to make is made once for the same question. */
export type Kept<Value> = { of: readonly unknown[]; value: Value }

/** What was made last, as long as what it was made of is the same; else made anew, and kept when it is worth keeping. */
export function kept<Value>(
  last: { current: Kept<NonNullable<Value>> | null },
  of: readonly unknown[],
  make: () => Value,
  worth: (value: NonNullable<Value>) => boolean = () => true,
): Value {
  const before = last.current
  if (before && of.every((one, at) => one === before.of[at])) return before.value
  const value = make()
  if (value && worth(value)) last.current = { of, value }
  return value
}
