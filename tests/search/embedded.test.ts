import { describe, expect, test, vi } from 'vitest'
import { buildIndex } from '../../search/embedded/build.ts'
import { IndexRefused, openIndex, openInSteps } from '../../search/embedded/open.ts'
import { corpusOf } from '../bench/search/corpus.ts'
import { documents, engineCases, settings } from './cases.ts'
import { filteredCases } from './cases-filtered.ts'
import { typedCases } from './cases-typed.ts'
import { directory, directorySettings } from './directory.ts'

const stages = buildIndex(documents, settings)

describe('the index that travels with the page', () => {
  engineCases(() => openIndex(stages))

  const whole = buildIndex(directory, directorySettings)
  typedCases(() => openIndex(whole))
  filteredCases(() => openIndex(whole))

  test('the same directory gives the same bytes', () => expect(buildIndex(documents, settings)).toEqual(stages))

  test('bytes that are no index are refused', () =>
    expect(() => openIndex([new Uint8Array([1, 2, 3])])).toThrow(IndexRefused))

  test('an empty directory answers every question with nothing', async () => {
    const empty = openIndex(buildIndex([], settings))
    expect(await empty.search({ text: 'geld', place: 'lindeveen' })).toMatchObject({ hits: [], total: 0 })
  })

  test('who types gets at every key what somebody else gets who asks it at once', () => {
    const typed = openIndex(whole)
    for (const text of ['ik zit met schuldne en gld', 'mijn vader is veel vergeetachtg', 'hulp in de huishoudingg']) {
      for (let length = 1; length <= text.length; length++) {
        const begun = { text: text.slice(0, length) }
        expect(JSON.stringify(typed.search(begun))).toBe(JSON.stringify(openIndex(whole).search(begun)))
      }
    }
  })

  describe('what cannot wait', () => {
    const first = (text: string) => openIndex(whole).search({ text }).hits[0]?.id

    test.each(['was ik maar dood', 'ik zie het echt niet meer zitten', 'wil dood', 'mijn opa wil dood'])(
      '"%s" has the helpline first',
      (text) => expect(first(text)).toBe('suicide'),
    )
    // The small words of what somebody says are what makes it that.
    test.each(['mijn man is dood', 'mijn moeder gaat dood'])('"%s" has not', (text) =>
      expect(first(text)).not.toBe('suicide'),
    )
  })

  test.each(['mantelzorgproblemen', 'schuldhulpondersteuning'])(
    '"%s", in which one part says something, is that part',
    (text) => expect(openIndex(whole).search({ text }).total).toBeGreaterThan(0),
  )

  describe('words that are near to others, and others again', () => {
    const nearby = [
      ...directory,
      { ...directory[0]!, id: 'wonen', name: 'Begeleid wonen', keywords: [] },
      { ...directory[0]!, id: 'wandelen', name: 'Bewegen in een groep', keywords: [] },
      { ...directory[0]!, id: 'chance', name: 'Zaalhuur', keywords: [], organization: 'Stichting Beweeggroep' },
      { ...directory[0]!, id: 'paper', name: 'Vrijwillige administratie', keywords: [] },
      { ...directory[0]!, id: 'volunteer', name: 'Vrijwilligerswerk', keywords: ['vrijwilliger'] },
      { ...directory[0]!, id: 'sharing', name: 'Samen delen', keywords: [] },
    ]
    const synonyms = [{ term: 'rouwgroep', words: ['wond'] }]
    const engine = openIndex(buildIndex(nearby, { ...directorySettings, startingList: false, synonyms }))
    const found = (text: string) => engine.search({ text }).hits.map(({ id }) => id)

    test('a wond is no form of wonen, though it looks like one', () => expect(found('wond')[0]).toBe('rouw'))

    test('a compound that one organisation happens to be called is taken apart as well', () =>
      expect(found('beweeggroep')).toEqual(expect.arrayContaining(['chance', 'wandelen'])))

    test('letters that stand as no word are sooner the beginning of one than a form of another', () =>
      expect(found('vrijwillig')[0]).toBe('volunteer'))

    test('aandelen are no delen and no typing error', () => expect(found('aandelen')).toEqual([]))
  })

  test('a few unknown words in a story do not hide what was understood', () =>
    expect(openIndex(whole).search({ text: 'ik frobnicate eenzaamheid' }).hits[0]?.id).toBe('koffie'))

  test('a long story is heard to its end, and one word in it may tell', () => {
    const text = `wij zijn sinds de zomer hier en het is nu zo dat mijn vader de hele dag maar wat voor zich uit zit te kijken
      en ook niet meer naar de markt of de bakker gaat en dan denk ik het is eenzaamheid`
    expect(openIndex(whole).search({ text }).hits[0]?.id).toBe('koffie')
  })

  test('a phrase of one word that says little is surer with its small words', () => {
    const own = { ...directorySettings, startingList: false, synonyms: [{ term: 'eenzaamheid', words: ['uit huis'] }] }
    const engine = openIndex(buildIndex(directory, own))
    const [said, half] = ['uit huis', 'huis'].map((text) =>
      engine.search({ text }).hits.find(({ id }) => id === 'koffie'),
    )
    expect(said?.score).toBeGreaterThan(half?.score ?? Infinity)
  })

  describe('what people say', () => {
    // Without the list: no word of these stands in the directory.
    const unlisted = buildIndex(directory, { ...directorySettings, startingList: false, synonyms: [] })

    test.each([
      ['ik lig elke nacht te malen', 'ggz'],
      ['mijn been zit in het gips en de trap is steil', 'hulpmiddelen'],
      ['de kast is leeg en het is pas de twintigste', 'voedselbank'],
    ])('"%s" is about %s', (text, id) =>
      expect(openIndex(unlisted).search({ text }).hits[0]).toMatchObject({ id, reasons: ['said'] }),
    )

    test('what is not ours finds nothing', () =>
      expect(openIndex(unlisted).search({ text: 'pomp voor mijn aquarium' }).total).toBe(0))

    test('comes with the second stage', () =>
      expect(openIndex(unlisted.slice(0, 1)).search({ text: 'ik lig elke nacht te malen' }).total).toBe(0))
  })

  describe('opened in steps, between which a page may breathe', () => {
    const questions = ['', 'geld', 'ik kan de huur niet betalen', 'taalcafe lindeveen', 'xqzwvk'].map((text) => ({
      text,
    }))
    const told = (engine: ReturnType<typeof openIndex>) =>
      questions.map((question) => JSON.parse(JSON.stringify(engine.search(question))))
    const breath = () => new Promise<void>((resolve) => setTimeout(resolve))
    const damaged = whole[1]!.slice()
    damaged[damaged.length - 1]! ^= 1

    test('answers as the one opened at once, before and after the descriptions are there', async () => {
      const { engine, add } = await openInSteps(whole[0]!, breath)
      expect(told(engine)).toEqual(told(openIndex([whole[0]!])))
      await add(whole[1]!)
      expect(told(engine)).toEqual(told(openIndex(whole)))
    })

    test('a region is opened in as many steps as there is work for, the descriptions too', async () => {
      const region = corpusOf(5000)
      const [names, descriptions] = buildIndex(region.documents, region.settings)
      // A clock that gives each step the time after which a page breathes.
      let [now, breaths] = [0, 0]
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 4))
      const counted = async () => void breaths++
      const { add } = await openInSteps(names!, counted)
      const first = breaths
      await add(descriptions!)
      clock.mockRestore()
      expect(first).toBeGreaterThanOrEqual(18)
      expect(breaths - first).toBeGreaterThanOrEqual(9)
    })

    test('a damaged stage is refused and changes no answer', async () => {
      const { engine, add } = await openInSteps(whole[0]!, breath)
      const before = told(engine)
      await expect(add(damaged)).rejects.toThrow(IndexRefused)
      expect(told(engine)).toEqual(before)
      await expect(openInSteps(damaged, breath)).rejects.toThrow(IndexRefused)
    })
  })
})
