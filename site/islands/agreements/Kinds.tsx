/** Of which kind each organisation is: an agreement of a kind counts for it from then on. */
import { useEffect, useState } from 'preact/hooks'
import type { KindsView } from '../../../api/agreements/schema.ts'
import { kindWords } from '../../lib/agreement-words.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { session } from '../../lib/session.ts'
import { Select } from '../../parts/Field.tsx'
import { Loading, Unreachable } from '../../parts/Notice.tsx'

type Row = KindsView['organizations'][number]

const choices = Object.entries(kindWords)
  .map(([code, { one }]) => ({ code, label: one }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'nl'))

const failedWords = 'Dit is niet bewaard. Kies nog een keer.'

export default function Kinds() {
  const [answer, setAnswer] = useState<Answer<KindsView> | null>(null)
  const [said, setSaid] = useState<{ row: Row; failed: boolean } | null>(null)

  async function read() {
    const who = await session()
    setAnswer(who.ok ? await ask<KindsView>('GET', '/agreements/kinds') : who)
  }
  useEffect(() => void read(), [])

  async function say({ id: organizationId, name }: Row, code: string) {
    const kind = code === '' ? null : code
    const saved = await ask<KindsView>('PUT', '/agreements/kinds', { organizationId, kind })
    if (saved.ok) setAnswer(saved)
    const row = { id: organizationId, name, kind: kind as Row['kind'] }
    setSaid({ row, failed: !saved.ok })
  }

  if (!answer) return <Loading what="De lijst" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  return (
    <>
      <div role="status" class="vd-hidden">
        {said && `${said.row.name}: ${said.failed ? failedWords : 'bewaard.'}`}
      </div>
      <div class="vd-form">
        {answer.value.organizations.map((row) => (
          <Select
            key={row.id}
            id={`soort-${row.id}`}
            label={row.name}
            hint={said?.row.id === row.id && !said.failed ? 'Bewaard.' : undefined}
            fault={said?.row.id === row.id && said.failed ? failedWords : undefined}
            empty="Geen van deze"
            choices={choices}
            value={row.kind ?? ''}
            onChange={(code) => void say(row, code)}
          />
        ))}
      </div>
    </>
  )
}
