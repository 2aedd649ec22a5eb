/** Above a short form: everything that is wrong in it, or what was refused as a whole. */
import type { Problem } from '../lib/api.ts'
import { ErrorSummary, type FieldRef } from './ErrorSummary.tsx'
import { Refused } from './Notice.tsx'

type Props = { problem: Problem | null; tries: number; fields: readonly FieldRef[] }

export function FormProblem({ problem, tries, fields }: Props) {
  if (!problem) return null
  if (problem.faults.length > 0) return <ErrorSummary key={tries} faults={problem.faults} fields={fields} />
  return <Refused key={tries} problem={problem} />
}
