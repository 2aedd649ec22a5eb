/** The guidance of all consultants, searched on the screen; and what waits for a second person. */
import { useEffect, useState } from 'preact/hooks'
import type { GuidanceItem, GuidanceView } from '../../../api/guidance/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { findGuidance } from '../../lib/guidance.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { choicesOf } from '../../lib/words.ts'
import { Select, TextField } from '../../parts/Field.tsx'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { CheckIt } from './CheckIt.tsx'

export default function Guidance({ names }: { names: Names }) {
  const [answer, setAnswer] = useState<Answer<GuidanceView> | null>(null)
  const [looked, setLooked] = useState({ text: '', theme: '' })
  const [done, setDone] = useState('')

  async function read(said = '') {
    const who = await session()
    setAnswer(who.ok ? await ask<GuidanceView>('GET', '/guidance') : who)
    setDone(said)
  }
  useEffect(() => void read(), [])

  if (!answer) return <Loading what="De lijst met adviezen" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  const { checked, proposed } = answer.value
  const found = findGuidance(checked, looked)
  return (
    <>
      {done && <Notice key={done} tone="ok" role="status" focus title={done} />}
      {proposed.length > 0 && (
        <section aria-labelledby="nakijken" class="vd-list-section">
          <h2 id="nakijken" class="nl-heading nl-heading--level-2">
            Na te kijken ({proposed.length})
          </h2>
          {proposed.map((item) => (
            <Piece key={item.id} item={item} names={names}>
              <CheckIt item={item} onDone={(said) => void read(said)} />
            </Piece>
          ))}
        </section>
      )}
      <section aria-labelledby="adviezen" class="vd-list-section">
        <h2 id="adviezen" class="vd-hidden">
          Alle adviezen
        </h2>
        <div class="vd-desk-filter" role="search" aria-label="Adviezen zoeken">
          <TextField
            id="zoek"
            label="Zoek in vraag en antwoord"
            optional
            value={looked.text}
            onChange={(text) => setLooked({ ...looked, text })}
          />
          <Select
            id="thema"
            label="Thema"
            optional
            empty="Alle thema’s"
            choices={choicesOf(names.themes)}
            value={looked.theme}
            onChange={(theme) => setLooked({ ...looked, theme })}
          />
        </div>
        <p role="status">{found.length === 1 ? '1 advies' : `${found.length} adviezen`}</p>
        {found.length === 0 && (
          <p>
            Staat het er niet bij?{' '}
            <a class="nl-link" href="/werk/sparren/vragen/">
              Stel uw vraag aan een consulent
            </a>
            .
          </p>
        )}
        {found.map((item) => (
          <Piece key={item.id} item={item} names={names}>
            {item.commands.includes('refuse') && <CheckIt item={item} onDone={(said) => void read(said)} />}
          </Piece>
        ))}
      </section>
    </>
  )
}

type PieceProps = { item: GuidanceItem; names: Names; children: preact.ComponentChildren }

const Piece = ({ item, names, children }: PieceProps) => (
  <article class="vd-piece" aria-labelledby={`advies-${item.id}`}>
    <h3 id={`advies-${item.id}`} class="nl-heading nl-heading--level-3">
      {item.question}
    </h3>
    <p class="vd-said">{item.answer}</p>
    <p class="vd-piece__way">
      {[names.themes[item.theme] ?? item.theme, item.place && (names.places[item.place] ?? item.place), item.from]
        .filter(Boolean)
        .join(', ')}
      , {formatDate(dayOf(new Date(item.checkedAt ?? item.writtenAt)))}
    </p>
    {children}
  </article>
)
