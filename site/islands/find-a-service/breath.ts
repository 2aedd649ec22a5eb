/** Lets whatever waits go first: a key, a frame. What comes after it is a task of its own. */
export const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * Lets all else go first: a key, a frame, what the page itself still has to do. On a slow machine there is no end to what
 * may be done between two keys, and what only yields comes back before all that. Without the four milliseconds that a
 * browser waits between timers, where it can.
 */
export const aside = () => globalThis.scheduler?.postTask?.(() => {}, { priority: 'background' }) ?? breath()
