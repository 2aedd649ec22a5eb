/**
 * PostgreSQL full text with pg_trgm, on the cluster of the tests: the same fields with weights A to D, the Dutch
 * dictionary, beginnings of the last word, and trigrams for what full text does not find.
 */
import pg from 'pg'
import { placeNames, questionOf } from '../../../search/embedded/question.ts'
import { ownServer } from '../../setup/cluster.ts'
import type { Contender } from '../search/contender.ts'
import type { Corpus } from '../search/corpus.ts'
import { fieldsOf } from './alike.ts'

const schema = `
  create extension if not exists pg_trgm;
  drop table if exists service;
  create table service (
    id int primary key, words tsvector not null, likeness text not null,
    themes text[] not null, places text[] not null, latitude float8 not null, longitude float8 not null
  )`
const indexes = `
  create index on service using gin (words);
  create index on service using gin (likeness gin_trgm_ops);
  create index on service (latitude, longitude);
  analyze service`
const insert = `
  insert into service
  select (one->>'id')::int,
    setweight(to_tsvector('dutch', one->>'name'), 'A') ||
    setweight(to_tsvector('dutch', (one->>'keywords') || ' ' || (one->>'synonym')), 'B') ||
    setweight(to_tsvector('dutch', (one->>'organization') || ' ' || (one->>'terms') || ' ' || (one->>'parts')), 'C') ||
    setweight(to_tsvector('dutch', (one->>'description') || ' ' || (one->>'descriptionParts')), 'D'),
    lower((one->>'name') || ' ' || (one->>'keywords')),
    array(select jsonb_array_elements_text(one->'themes')), array(select jsonb_array_elements_text(one->'places')),
    (one->>'latitude')::float8, (one->>'longitude')::float8
  from jsonb_array_elements($1) as one`
/** $1 words, $2 the question as typed, $3 places, $4 themes, $5 box, $6 latitude, $7 longitude, $8 limit. */
const select = `
  with found as (
    select id, places, latitude, longitude,
      ts_rank_cd('{0.1, 0.3, 0.6, 1}', words, query, 1) + word_similarity($2, likeness) as score
    from service, to_tsquery('dutch', $1) as query
    where ($1 = '' or words @@ query or $2 <% likeness)
      and ($4::text[] is null or themes && $4)
      and ($5::float8[] is null or (longitude between $5[1] and $5[3] and latitude between $5[2] and $5[4]))
  )
  select id, count(*) over () as total from found
  order by case when $6::float8 is null then 0
      else (latitude - $6) ^ 2 + ((longitude - $7) * cos(radians($6))) ^ 2 end,
    score * case when places && $3 then 2 else 1 end desc, id
  limit $8`

/** Its data lives in the server, so that only the first opening after a build makes sense. */
export function postgres(): Contender {
  let server: Awaited<ReturnType<typeof ownServer>> | null = null
  let names = placeNames({})
  const store = async (corpus: Corpus) => {
    server ??= await ownServer()
    names = placeNames(corpus.settings.places)
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(schema)
    const rows = fieldsOf(corpus).map((fields, n) => {
      const { themes, places, coordinates } = corpus.documents[n]!
      return { ...fields, themes, places, latitude: coordinates[0]?.[0], longitude: coordinates[0]?.[1] }
    })
    for (let at = 0; at < rows.length; at += 1000)
      await client.query(insert, [JSON.stringify(rows.slice(at, at + 1000))])
    await client.query(indexes)
    await client.end()
  }
  return {
    name: 'PostgreSQL',
    every: 4,
    async build(corpus) {
      await store(corpus)
      return []
    },
    async open() {
      const client = new pg.Client({ connectionString: server?.url })
      await client.connect()
      await client.query(`set pg_trgm.word_similarity_threshold = 0.6`)
      return {
        async search({ text, themes, bbox, near, limit = 20 }) {
          const { asked, places } = questionOf(text, names)
          const words = asked.map((word, n) => (n === asked.length - 1 ? `${word}:*` : word)).join(' | ')
          const values = [
            words,
            asked.join(' '),
            places,
            themes ?? null,
            bbox ?? null,
            near?.latitude ?? null,
            near?.longitude ?? null,
            limit,
          ]
          const { rows } = await client.query<{ id: number; total: string }>({ name: 'search', text: select, values })
          return { ids: rows.map((row) => row.id), total: Number(rows[0]?.total ?? 0) }
        },
        async close() {
          await client.end()
          await server?.stop()
        },
      }
    },
  }
}
