import { z } from 'zod'

/** Where the map may get its pictures, as `/kaart/tegels.json` says it; that file holds null when there are none. */
export const tileSourceSchema = z.strictObject({
  /** With {z}, {x} and {y}; always an address of our own. */
  url: z.string().startsWith('/'),
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  bounds: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
  /** Whose map it is: must stand on it. */
  attribution: z.array(z.strictObject({ words: z.string(), href: z.url() })),
})

export type TileSource = z.infer<typeof tileSourceSchema>
export type Bounds = TileSource['bounds']
