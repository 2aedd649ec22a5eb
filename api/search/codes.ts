/** Numbers that the page tells too. */

/** So many words fit on each side of a synonym. */
export const mostTerms = 60
export const mostPhrases = 120
/** A search that helped nobody is shown from so many times on. */
export const leastShown = 5
