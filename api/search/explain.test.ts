import { expect, test } from 'vitest'
import { buildIndex } from '../../search/embedded/build.ts'
import { openIndex } from '../../search/embedded/open.ts'
import { directory, directorySettings } from '../../tests/search/directory.ts'
import { explain } from './explain.ts'

const engine = openIndex(buildIndex(directory, directorySettings))
const tried = (text: string) =>
  explain(text, { name: '', documents: directory, settings: directorySettings }, engine.search({ text })).hits

test('found by how people speak is told apart from found by a word', () => {
  expect(tried('mijn been zit in het gips en de trap is steil')[0]).toMatchObject({
    id: 'hulpmiddelen',
    said: true,
    fields: [],
  })
  expect(tried('Tinten')).toMatchObject([{ id: 'mantelzorg', said: false, fields: [{ field: 'organization' }] }])
})
