/** What people type, and what any engine must make of it: forms, slips, beginnings, sentences, and what is no Dutch at all. */
import { describe, expect, test } from 'vitest'
import type { SearchEngine, SearchQuery } from '../../search/engine.ts'
import { directory } from './directory.ts'

export function typedCases(open: () => Promise<SearchEngine> | SearchEngine): void {
  const ask = async (query: SearchQuery) => (await open()).search(query)
  const ids = async (query: SearchQuery) => (await ask(query)).hits.map((hit) => hit.id)

  describe('forms of a word', () => {
    test.each([
      ['rolstoelen', 'hulpmiddelen'],
      ['rolstoel', 'hulpmiddelen'],
      ['psychologen', 'ggz'],
      ['vluchteling', 'inburgering'],
      ['vluchtelingen', 'inburgering'],
      ['voedselbanken', 'voedselbank'],
      ['gescheiden', 'scheiding'],
      ['scheiden', 'scheiding'],
      ['mantelzorgers', 'mantelzorg'],
      ['kindje', 'opvoeding'],
      ['rouwen', 'rouw'],
      ['ROUW', 'rouw'],
      ['  rouw  ', 'rouw'],
    ])('"%s" finds %s first', async (text, first) => expect((await ids({ text }))[0]).toBe(first))
  })

  describe('compounds', () => {
    test.each([
      ['schuld hulp verlening', 'schulden'],
      ['mantel zorger', 'mantelzorg'],
      ['voedsel bank', 'voedselbank'],
      ['rolstoelvervoer', 'vervoer'],
      ['rouwbegeleiding', 'rouw'],
      ['huur achterstanden', 'huur'],
    ])('"%s" finds %s first', async (text, first) => expect((await ids({ text }))[0]).toBe(first))
  })

  describe('typing errors', () => {
    test.each([
      ['a letter wrong', 'voetselbank', 'voedselbank'],
      ['a letter too few', 'rolstol', 'hulpmiddelen'],
      ['a letter too many', 'rouuw', 'rouw'],
      ['two letters changed places', 'ruow', 'rouw'],
      ['two errors in a long word', 'mantlezrog', 'mantelzorg'],
      ['an accent too many', 'vóédselbank', 'voedselbank'],
    ])('%s: "%s" finds %s', async (_, text, first) => expect((await ids({ text }))[0]).toBe(first))

    test.each(['rwo', 'xxuw', 'vdslbnk'])('too far from any word: "%s" finds nothing', async (text) =>
      expect(await ids({ text })).toEqual([]),
    )
  })

  describe('while typing', () => {
    const word = 'voedselbank'
    test.each(Array.from({ length: word.length - 3 }, (_, n) => word.slice(0, n + 4)))(
      '"%s" shows the food bank',
      async (text) => expect((await ids({ text }))[0]).toBe('voedselbank'),
    )

    test('a second word that is only begun narrows down', async () =>
      expect((await ids({ text: 'hulp bij scheid' }))[0]).toBe('scheiding'))
  })

  describe('as people say it', () => {
    test.each([
      ['ik kan de huur niet betalen', 'huur'],
      ['ik wil niet meer leven', 'suicide'],
      ['mijn man slaat mij', 'veilig'],
      ['wie brengt mij naar het ziekenhuis', 'vervoer'],
      ['zorgen voor mijn zieke man', 'mantelzorg'],
      ['food bank', 'voedselbank'],
      ['ik ben niet eenzaam maar wil koffie', 'koffie'],
    ])('"%s" finds %s first', async (text, first) => expect((await ids({ text }))[0]).toBe(first))

    test('what cannot wait stands above a better match of words', async () => {
      const found = await ids({ text: 'niet meer leven zonder voedselbank' })
      expect(found[0]).toBe('suicide')
      expect(found).toContain('voedselbank')
    })

    test.each(['niet', 'geen', 'zonder'])('"%s" is a word like others and breaks nothing', async (text) =>
      expect((await ask({ text })).total).toBeLessThan(directory.length),
    )
  })

  describe('names', () => {
    test.each([
      ['veilig thuis', 'veilig'],
      ['centrum voor jeugd en gezin', 'opvoeding'],
      ['cjg', 'opvoeding'],
      ['tinten', 'mantelzorg'],
    ])('"%s" finds %s first', async (text, first) => expect((await ids({ text }))[0]).toBe(first))
  })

  describe('what is no question', () => {
    test.each([
      ['an emoji', '🙂🙂'],
      ['a family of emoji', '👩‍👧‍👦'],
      ['Arabic', 'مساعدة في الديون'],
      ['Hebrew', 'עזרה'],
      ['Chinese', '債務協助'],
      ['SQL', "x'; drop table service; --"],
      ['a script', '<script>alert(1)</script>'],
      ['a filter expression', 'theme = geldx OR 1=1'],
      ['a template', '${process.exit(1)} {{7*7}}'],
      ['a path', '../../etc/passwd'],
      ['a name every object has', 'constructor __proto__ hasOwnProperty'],
      ['control characters', '\u0000\u0007\u202e'],
      ['numbers', '1234567890'],
      ['ten kilobytes', 'q'.repeat(10_240)],
      ['ten kilobytes of words', 'qqq '.repeat(2560)],
    ])('%s finds nothing and breaks nothing', async (_, text) => {
      const { hits, total } = await ask({ text })
      expect([hits.length, total]).toEqual([0, 0])
    })

    test('ten kilobytes that begin with a question are answered on that', async () =>
      expect((await ids({ text: `voedselbank ${'lorem '.repeat(2000)}` }))[0]).not.toBeNull())
  })
}
