/** Lets whatever waits go first: a key, a frame. What comes after it is a task of its own. */
export const breath = () => new Promise<void>((resolve) => setTimeout(resolve))
