import { useState } from 'preact/hooks'
import type { ReportView } from '../../../api/reports/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { reportDone, reportKindWords, reportOutcomes } from '../../lib/report-words.ts'
import { telephone } from '../../lib/telephone.ts'
import { Refused } from '../../parts/Notice.tsx'
import { SettleForm } from './SettleForm.tsx'

type Props = { report: ReportView; eraseAfterDays: number; onDone: (said: string) => void }

const on = (moment: string) => formatDate(dayOf(new Date(moment)))

export function OneReport({ report, eraseAfterDays, onDone }: Props) {
  const [settling, setSettling] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const title = report.title ?? report.about

  async function give(command: 'take' | 'reopen') {
    if (busy) return
    setBusy(true)
    const answer = await ask('POST', `/reports/${report.id}/${command}`, { version: report.version })
    setBusy(false)
    if (answer.ok) return onDone(reportDone[command])
    setProblem(answer.problem)
  }

  return (
    <article class="vd-report-card" aria-labelledby={`melding-${report.id}`}>
      <h3 id={`melding-${report.id}`} class="nl-heading nl-heading--level-3">
        {report.page ? (
          <a class="nl-link" href={report.page}>
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <p class="vd-report-card__what">
        <strong>{reportKindWords[report.kind]}</strong>, gemeld op {on(report.reportedAt)}
      </p>
      {report.words && <p class="vd-said">{report.words}</p>}
      <Address report={report} />
      {report.outcome && report.handledAt && (
        <p>
          <strong>{reportOutcomes[report.outcome].label}</strong>, op {on(report.handledAt)}
          {report.handledBy && ` door ${report.handledBy}`}.
        </p>
      )}
      {report.status === 'in_hand' && report.handledBy && <p>Opgepakt door {report.handledBy}.</p>}
      {report.note && <p class="vd-said">{report.note}</p>}
      {problem && <Refused problem={problem} />}
      {settling ? (
        <SettleForm
          report={report}
          eraseAfterDays={eraseAfterDays}
          onDone={() => onDone(reportDone.settle)}
          onClose={() => setSettling(false)}
          onChanged={() => onDone('')}
        />
      ) : (
        <p class="vd-actions">
          {report.commands.includes('take') && (
            <button
              type="button"
              class="nl-button nl-button--secondary"
              aria-disabled={busy}
              onClick={() => void give('take')}
            >
              Oppakken<span class="vd-hidden">: {title}</span>
            </button>
          )}
          {report.commands.includes('settle') && (
            <button type="button" class="nl-button nl-button--primary" onClick={() => setSettling(true)}>
              Afhandelen<span class="vd-hidden">: {title}</span>
            </button>
          )}
          {report.commands.includes('reopen') && (
            <button
              type="button"
              class="nl-button nl-button--subtle"
              aria-disabled={busy}
              onClick={() => void give('reopen')}
            >
              Heropenen<span class="vd-hidden">: {title}</span>
            </button>
          )}
        </p>
      )}
    </article>
  )
}

/** What they left to be answered at, and when it goes. */
function Address({ report: { answerTo, answerUntil, canMail, erasedAt } }: { report: ReportView }) {
  if (erasedAt) return <p class="vd-hint">Het adres van de melder is gewist op {on(erasedAt)}.</p>
  if (!answerTo || !answerUntil) return <p class="vd-hint">De melder wil geen antwoord.</p>
  return (
    <p>
      De melder wil antwoord:{' '}
      {canMail ? (
        <strong>{answerTo}</strong>
      ) : (
        <a class="nl-link" href={telephone(answerTo)}>
          {answerTo}
        </a>
      )}
      . <span class="vd-hint">Wij wissen dit adres op {on(answerUntil)}.</span>
    </p>
  )
}
