import type { ResultWords } from '../../lib/result-words.ts'

/** Where the municipality counts what finds nothing, whoever searches reads so. */
export const Counted = ({ words }: { words: ResultWords }) => (
  <p class="vd-field__hint">
    {words.counted}{' '}
    <a class="nl-link" href="/privacy/#tellen">
      {words.countedMore}
    </a>
  </p>
)
