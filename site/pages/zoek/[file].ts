import type { APIRoute } from 'astro'
import { searchFiles, sourceFile, wordListFile } from '../../lib/search-data.ts'
import { keptFiles } from '../../lib/shortlist-data.ts'

/** By name: where frame and directory are in one language, two files can be the same. */
const files = new Map(
  [...searchFiles, ...Object.values(keptFiles), sourceFile, wordListFile].map((file) => [file.name, file.bytes]),
)
export const getStaticPaths = () => [...files].map(([file, bytes]) => ({ params: { file }, props: { bytes } }))

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.bytes)
