import { useEffect, useState } from 'preact/hooks'
import type { ConceptsView, ConceptView } from '../../../api/search/schema.ts'
import { type Answer, ask, type Problem } from '../../lib/api.ts'
import { TextField } from '../../parts/Field.tsx'
import { Loading, Notice, Refused, Unreachable } from '../../parts/Notice.tsx'
import { WordForm } from './WordForm.tsx'
import { WordRow } from './WordRow.tsx'

/** What was just done, and how it is taken back. */
type Done = { said: string; undo: (() => Promise<Answer<ConceptView>>) | null }

/** More rows than this at once are no list to read. */
const step = 20

/** The list itself: add, change, take out, put back. */
export function Words({ changed }: { changed: number }) {
  const [answer, setAnswer] = useState<Answer<ConceptsView> | null>(null)
  const [text, setText] = useState('')
  const [shown, setShown] = useState(step)
  const [editing, setEditing] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = () => void ask<ConceptsView>('GET', '/search/concepts').then(setAnswer)
  useEffect(read, [changed])

  async function give(work: () => Promise<Answer<ConceptView>>, after: (saved: ConceptView) => Done) {
    const saved = await work()
    setProblem(saved.ok ? null : saved.problem)
    setDone(saved.ok ? after(saved.value) : null)
    read()
  }
  const nameOf = ({ terms }: ConceptView) => terms[0] ?? ''
  const move = (one: ConceptView, what: 'remove' | 'restore') =>
    ask<ConceptView>('POST', `/search/concepts/${one.id}/${what}`, { version: one.version })
  const remove = (one: ConceptView) =>
    give(
      () => move(one, 'remove'),
      (saved) => ({ said: `“${nameOf(one)}” is van de lijst gehaald.`, undo: () => move(saved, 'restore') }),
    )
  const restore = (one: ConceptView) =>
    give(
      () => move(one, 'restore'),
      (saved) => ({ said: `“${nameOf(one)}” staat weer op de lijst.`, undo: () => move(saved, 'remove') }),
    )
  const written = (before: ConceptView | null, saved: ConceptView) => {
    setEditing(null)
    setProblem(null)
    setDone({
      said: before ? `“${nameOf(saved)}” is aangepast.` : `“${nameOf(saved)}” staat op de lijst.`,
      undo: () =>
        before
          ? ask('PUT', `/search/concepts/${saved.id}`, {
              version: saved.version,
              terms: before.terms,
              phrases: before.phrases,
            })
          : move(saved, 'remove'),
    })
    read()
  }

  if (!answer) return <Loading what="De woordenlijst" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={read} />
  const all = answer.value.concepts
  const wanted = text.trim().toLowerCase()
  const has = (one: ConceptView) => [...one.terms, ...one.phrases].some((word) => word.includes(wanted))
  const kept = all.filter((one) => !one.removed && has(one))
  const removed = all.filter((one) => one.removed && has(one))
  const waiting = all.filter((one) => one.waiting).length

  return (
    <section class="vd-list-section" aria-labelledby="lijst">
      <h2 id="lijst" class="nl-heading nl-heading--level-2">
        De woordenlijst
      </h2>
      <p>
        Links hoe aanbod heet, rechts wat mensen zeggen. Wat niet kan wachten, zoals “niet meer leven”, komt altijd
        bovenaan.
      </p>
      {waiting > 0 && (
        <Notice tone="info" role="status">
          <p>
            {waiting === 1 ? 'Eén wijziging staat' : `${waiting} wijzigingen staan`} nog niet op de site. Dat gebeurt
            bij de volgende publicatie.
          </p>
        </Notice>
      )}
      {problem && <Refused problem={problem} />}
      {done && (
        <Notice tone="ok" role="status" title={done.said} focus>
          {done.undo && (
            <p class="vd-actions">
              <button
                type="button"
                class="nl-button nl-button--secondary"
                onClick={() => {
                  const { undo } = done
                  if (undo) void give(undo, () => ({ said: 'Het is teruggedraaid.', undo: null }))
                }}
              >
                Ongedaan maken
              </button>
            </p>
          )}
        </Notice>
      )}
      {editing === 'new' ? (
        <WordForm one={null} onSaved={(saved) => written(null, saved)} onClose={() => setEditing(null)} />
      ) : (
        <p class="vd-actions">
          <button type="button" class="nl-button nl-button--primary" onClick={() => setEditing('new')}>
            Nieuw zoekwoord
          </button>
        </p>
      )}
      <TextField
        id="zoek-in-lijst"
        label="Zoek in de lijst"
        optional
        value={text}
        onChange={(typed) => {
          setText(typed)
          setShown(step)
        }}
      />
      <p role="status">{kept.length === 1 ? '1 regel' : `${kept.length} regels`}</p>
      <ul class="vd-words" role="list">
        {kept.slice(0, shown).map((one) => (
          <li key={one.id}>
            {editing === one.id ? (
              <WordForm one={one} onSaved={(saved) => written(one, saved)} onClose={() => setEditing(null)} />
            ) : (
              <WordRow one={one} onEdit={() => setEditing(one.id)} onMove={() => void remove(one)} />
            )}
          </li>
        ))}
      </ul>
      {kept.length > shown && (
        <p class="vd-actions">
          <button type="button" class="nl-button nl-button--secondary" onClick={() => setShown(shown + step)}>
            Toon meer
          </button>
        </p>
      )}
      {removed.length > 0 && (
        <details class="vd-details">
          <summary>Van de lijst gehaald ({removed.length})</summary>
          <ul class="vd-words" role="list">
            {removed.map((one) => (
              <li key={one.id}>
                <WordRow one={one} onMove={() => void restore(one)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
