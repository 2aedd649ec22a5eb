import type { APIRoute } from 'astro'
import { cardsFile, indexFiles, sourceFile, wordListFile } from '../../lib/search-data.ts'
import { keptFile } from '../../lib/shortlist-data.ts'

export const getStaticPaths = () =>
  [...indexFiles, cardsFile, keptFile, sourceFile, wordListFile].map((file) => ({
    params: { file: file.name },
    props: { bytes: file.bytes },
  }))

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.bytes)
