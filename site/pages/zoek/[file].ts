import type { APIRoute } from 'astro'
import { cardsFile, indexFiles } from '../../lib/search-data.ts'
import { keptFile } from '../../lib/shortlist-data.ts'

export const getStaticPaths = () =>
  [...indexFiles, cardsFile, keptFile].map((file) => ({ params: { file: file.name }, props: { bytes: file.bytes } }))

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.bytes)
