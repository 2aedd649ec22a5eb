/** The numbers of the score: what a field says, when a word counts in full, and how much rarity is worth. */

/** Name, keywords, organisation; then descriptions. The name of a service says most, its description least per word. */
export const fieldNames = [['name', 'keywords', 'organization'], ['description']] as const
export const fieldWeights = [[3.2, 2.4, 1.3], [0.55]]
export const conceptWeight = 2.2
/** Less than a word of the editors' own: nobody wrote down that this word means this service. */
export const heardWeight = 2
export const facetWeight = 1.2
const saturation = 1.2
/** What counts as having the word in full: about a description that has it exactly. */
export const enough = 0.5
/** Words in a name. */
export const typical = 3
/** What having so much of a word is worth, when the word weighs so much. */
export const worth = (had: number, weight: number) => (weight * had) / (saturation + had)
/** The part of the question that having so much of a word is. */
export const part = (had: number, weight: number, quality: number) => weight * quality * Math.min(1, had / enough)
/** A document is judged on the whole question. */
export const judged = (covered: number) => 0.25 + 0.75 * covered

/** Of a word that stands in so many of `count` documents. Capped: one that stands once does not outweigh the rest. */
export function rarity(count: number, documents: number): number {
  const most = Math.log(1 + count / 4) * 0.8 + 0.5
  if (documents === 0) return most
  return Math.max(0.2, Math.min(most, Math.log(1 + (count - documents + 0.5) / (documents + 0.5))))
}
