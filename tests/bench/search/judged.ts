/** Judged queries and what a list of answers is worth: nDCG@10, success@3, reciprocal rank, and nothing for nonsense. */
import { lines } from './generate.ts'
import type { Generated } from './generate.ts'

export type Judged = { query: string; category: string; primary: string[]; secondary: string[]; place: string }
export type Quality = {
  queries: number
  ndcg: number
  success3: number
  mrr: number
  none: number
  categories: Record<string, number>
}

export function judgedQueries(file: string): Judged[] {
  const list = (text: string | undefined) => (text ? text.split(',') : [])
  return lines(file).map((line) => {
    const [query, category, primary, secondary, place] = line.split('|').map((part) => part.trim())
    return {
      query: query ?? '',
      category: category ?? '',
      primary: list(primary),
      secondary: list(secondary),
      place: place ?? '',
    }
  })
}

function grade(judged: Judged, document: Generated): 0 | 1 | 2 {
  const primary = judged.primary.includes(document.kind)
  const secondary = judged.secondary.includes(document.kind)
  if (judged.place === '') return primary ? 2 : secondary ? 1 : 0
  const here = document.place === judged.place || document.municipality === judged.place
  return primary ? (here ? 2 : 1) : secondary && here ? 1 : 0
}

const gain = (value: number, position: number) => (2 ** value - 1) / Math.log2(position + 2)
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
const mean = (list: readonly number[]) => (list.length === 0 ? 1 : sum(list) / list.length)

export type Row = Judged & { ndcg: number; success3: number; rank: number; grades: number[] }

export async function judge(
  queries: readonly Judged[],
  documents: readonly Generated[],
  search: (text: string) => number[] | Promise<number[]>,
): Promise<{ quality: Quality; rows: Row[]; nothing: { query: string; found: number }[] }> {
  const rows: Row[] = []
  const nothing: { query: string; found: number }[] = []
  for (const judged of queries) {
    const found = (await search(judged.query)).slice(0, 10)
    if (judged.category === 'none') {
      nothing.push({ query: judged.query, found: found.length })
      continue
    }
    const all = documents.map((document) => grade(judged, document)).filter((one) => one > 0)
    if (!all.includes(2)) continue
    const grades = found.map((id) => grade(judged, documents[id]!))
    const ideal = sum(
      all
        .sort((a, b) => b - a)
        .slice(0, 10)
        .map(gain),
    )
    const first = grades.indexOf(2)
    rows.push({
      ...judged,
      grades,
      ndcg: sum(grades.map(gain)) / ideal,
      success3: grades.slice(0, 3).includes(2) ? 1 : 0,
      rank: first < 0 ? 0 : 1 / (first + 1),
    })
  }
  const categories = [...new Set(rows.map((row) => row.category))]
  const quality: Quality = {
    queries: rows.length + nothing.length,
    ndcg: mean(rows.map((row) => row.ndcg)),
    success3: mean(rows.map((row) => row.success3)),
    mrr: mean(rows.map((row) => row.rank)),
    none: mean(nothing.map((one) => (one.found === 0 ? 1 : 0))),
    categories: Object.fromEntries(
      categories.map((name) => [name, mean(rows.filter((row) => row.category === name).map((row) => row.ndcg))]),
    ),
  }
  return { quality, rows, nothing }
}
