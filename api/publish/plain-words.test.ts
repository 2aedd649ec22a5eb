import { expect, test } from 'vitest'
import { plainInstead } from './hard-words.ts'
import { readPlainly, saidOf, sentencesOf, syllablesIn, wordsOf } from './plain-words.ts'
import type { PublishedService } from './schema.ts'

const service = (description: string, more: Partial<PublishedService> = {}) =>
  ({
    slug: 'hulp',
    name: 'Hulp',
    organization_id: 'o',
    description,
    eligibility_description: null,
    application_process: null,
    wait_time: null,
    alert: null,
    cost_options: [],
    ...more,
  }) as unknown as PublishedService
const read = (
  one: PublishedService,
  glossary: { term: string; forms: string[]; means: string }[] = [],
  language = 'nl',
) =>
  readPlainly({
    municipality: { name: '', demo: true, language, contact: { phone: null, email: null, address: null } },
    organizations: [{ id: 'o', name: 'MIND Korrelatie' }] as never,
    services: [one],
    guide: [],
    glossary,
  })
const kinds = (...args: Parameters<typeof read>) => read(...args)?.texts[0]?.findings.map(({ kind }) => kind)

test.each([
  ['huis', 1],
  ['eeuw', 1],
  ['nieuw', 1],
  ['cliënt', 2],
  ['mooie', 2],
  ['indicatie', 4],
  ['wijkverpleging', 4],
  ['Wmo', 1],
])('%s has %i syllables', (word, count) => expect(syllablesIn(word)).toBe(count))

test('an amount ends no sentence, and a number is no word', () => {
  expect(sentencesOf('Het kost € 12,50. Kom om 9.30 uur!\nLoop binnen')).toHaveLength(3)
  expect(wordsOf('€ 12,50 voor 65-plussers’ d.m.v. iets')).toEqual(['voor', 'plussers', 'd.m.v', 'iets'])
})

test('the ease is that of the formula: 206.84 - 77 × syllables a word - 0.93 × words a sentence', () => {
  // Six sentences of five words, each of one syllable: 206.84 - 77 - 4.65.
  const text = 'De man loopt naar huis. '.repeat(6)
  expect(read(service(text))?.texts[0]).toMatchObject({ ease: 125, wordsPerSentence: 5, findings: [] })
})

test('a formal word is named with what to say instead, once', () => {
  const found = read(service('Indien u wilt. Indien niet, dan niet.'))?.texts[0]?.findings
  expect(found).toEqual([{ kind: 'hard_word', word: 'Indien', instead: 'als' }])
})

test('what the glossary explains is not named, nor the name of the organisation itself', () => {
  const text = service('Met een indicatie van het CIZ helpt MIND u.')
  expect(kinds(text)).toEqual(['hard_word', 'abbreviation'])
  const glossary = [
    { term: 'indicatie', forms: [], means: 'Een besluit.' },
    { term: 'Centrum', forms: ['CIZ'], means: 'Wie beslist.' },
  ]
  expect(kinds(text, glossary)).toEqual([])
})

test('long sentences and heavy words are seen; a label is not measured but its words are', () => {
  const long = `${'en dan nog een woord '.repeat(5)}erbij.`
  expect(kinds(service(long))).toContain('long_sentence')
  const heavy = 'Multidisciplinaire samenwerkingsovereenkomsten bevorderen verantwoordelijkheidsgevoel. '.repeat(8)
  expect(kinds(service(heavy))).toContain('hard_to_read')
  expect(kinds(service('Kom.', { wait_time: 'Gedurende twee weken' }))).toEqual(['hard_word'])
})

test('a paragraph or a point in another language is left out, of words and of measures', () => {
  const dutch = 'De man loopt naar huis. '.repeat(6)
  const alone = read(service(dutch))?.texts[0]
  const english = `English: ${'regarding the aforementioned conditions of the municipality and '.repeat(5)}more. WWW helps.`
  expect(read(service(`${dutch}\n\n${english}`))?.texts[0]).toEqual(alone)
  expect(read(service(`${dutch}\n- ${english}`))?.texts[0]).toEqual(alone)
  expect(kinds(service(`${dutch}\n\nNederlands: ${english.slice(9)}`))).toContain('long_sentence')
})

test('another language is not judged', () => expect(read(service('If'), [], 'en-US')).toBeNull())

test('the printed report counts, and names what to do', () => {
  const report = read(service('Derhalve.'))
  if (!report) throw new Error('no report')
  expect(saidOf(report)).toEqual([
    'Plain words: 0 of 1 texts have nothing to look at',
    '  /aanbod/hulp/ "Derhalve": dus',
  ])
})

test('no replacement is itself a hard word', () => {
  const hard = [...plainInstead].filter(([, instead]) => wordsOf(instead).some((word) => plainInstead.has(word)))
  expect(hard).toEqual([])
})
