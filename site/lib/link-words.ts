/** Dutch of where a one-time link stands, and of what a receiver opened. */
import type { LinkView } from '../../api/links/schema.ts'
import type { SeenView } from '../../api/transfers/schema.ts'

export const linkWords: Record<LinkView['state'], string> = {
  sent: 'De link is verstuurd en nog niet geopend',
  opened: 'De link is geopend',
  expired: 'De link is verlopen',
  revoked: 'De link is ingetrokken',
  blocked: 'De link is gesloten: de code was te vaak fout',
}

export const seenWords: Record<SeenView['lines'][number]['what'], string> = {
  list: 'in de werklijst: thema, plaats en spoed',
  request: 'de vraag, zonder wie het is',
  person: 'de vraag en wie het is',
  copy: 'meegenomen naar het eigen systeem',
}
