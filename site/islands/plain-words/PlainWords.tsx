/** How plainly the directory speaks: first the texts that somebody should look at, then all others with their level. */
import { useEffect, useState } from 'preact/hooks'
import type { PlainWordsView, ReadingView } from '../../../api/plain-words/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { decimal, findingWords, levelOf } from '../../lib/plain-words-words.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'

export default function PlainWords() {
  const [answer, setAnswer] = useState<Answer<PlainWordsView> | null>(null)
  const read = () => void ask<PlainWordsView>('GET', '/plain-words').then(setAnswer)
  useEffect(read, [])

  if (!answer) return <Loading what="De lijst met teksten" />
  if (!answer.ok) {
    return answer.problem.code === 'viewer.not_allowed' ? (
      <Notice tone="info" title="Deze pagina is voor redacteuren van de sociale kaart.">
        <p>Ziet u een moeilijke tekst op de site? Meld het onderaan die pagina.</p>
      </Notice>
    ) : (
      <Unreachable problem={answer.problem} retry={read} />
    )
  }
  const { report } = answer.value
  if (!report) {
    return (
      <Notice tone="info" title="Er is nog niets om te laten zien.">
        <p>De teksten worden gelezen als de site wordt gepubliceerd, en alleen als ze in het Nederlands zijn.</p>
      </Notice>
    )
  }
  const toLookAt = report.texts.filter(({ findings }) => findings.length > 0)
  const others = report.texts.filter(({ findings }) => findings.length === 0)
  return (
    <>
      <p>
        Gelezen bij de publicatie van {formatDate(dayOf(new Date(report.publishedAt)))}: {report.texts.length} teksten.
        Bij {toLookAt.length === 0 ? 'geen enkele' : toLookAt.length} is iets te verbeteren.
      </p>
      {toLookAt.length > 0 && (
        <section class="vd-list-section" aria-labelledby="te-verbeteren">
          <h2 id="te-verbeteren" class="nl-heading nl-heading--level-2">
            Te verbeteren
          </h2>
          <ul class="vd-addresses" role="list">
            {toLookAt.map((text) => (
              <li key={text.about} class="vd-address">
                <div>
                  <h3 class="nl-heading nl-heading--level-3">
                    <a class="nl-link" href={text.about}>
                      {text.name}
                    </a>
                  </h3>
                  <p>{measured(text)}</p>
                  <ul>
                    {text.findings.map((finding) => (
                      <li key={JSON.stringify(finding)}>{findingWords(finding)}</li>
                    ))}
                  </ul>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section class="vd-list-section" aria-labelledby="goed">
          <h2 id="goed" class="nl-heading nl-heading--level-2">
            Teksten zonder opmerking
          </h2>
          <table class="vd-work" aria-labelledby="goed">
            <thead>
              <tr>
                <th scope="col">Tekst</th>
                <th scope="col">Niveau</th>
                <th scope="col">Woorden per zin</th>
              </tr>
            </thead>
            <tbody>
              {others.map((text) => (
                <tr key={text.about}>
                  <th scope="row">
                    <a class="nl-link" href={text.about}>
                      {text.name}
                    </a>
                  </th>
                  <td data-label="Niveau">{levelOf(text)}</td>
                  <td data-label="Woorden per zin">{decimal(text.wordsPerSentence)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

const measured = (text: ReadingView) => `${levelOf(text)}, gemiddeld ${decimal(text.wordsPerSentence)} woorden per zin.`
