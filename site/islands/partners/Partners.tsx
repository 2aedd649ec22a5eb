/** For an administrator: what one's own case system may do here. */
import { useEffect, useState } from 'preact/hooks'
import type { KeysView } from '../../../api/partners/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { session } from '../../lib/session.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import { KeyList } from './KeyList.tsx'
import { MakeKey } from './MakeKey.tsx'
import { Webhook } from './Webhook.tsx'

export default function Partners() {
  const [answer, setAnswer] = useState<Answer<KeysView> | null>(null)
  async function read() {
    const who = await session()
    setAnswer(who.ok ? await ask<KeysView>('GET', '/partners/keys') : who)
  }
  useEffect(() => void read(), [])

  if (!answer) return <Loading what="De koppelingen" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  return (
    <>
      <p class="vd-lead">
        Werkt uw organisatie met een eigen systeem? Dan neemt dat systeem overdrachten over en meldt het terug. Niemand
        typt iets twee keer.
      </p>
      <section class="vd-list-section" aria-labelledby="sleutels">
        <h2 id="sleutels" class="nl-heading nl-heading--level-2">
          Sleutels
        </h2>
        <p>
          Met een sleutel vraagt uw systeem iets aan Voordeur. Een sleutel kan alleen wat uw organisatie zelf heeft
          ontvangen. Elk gebruik staat in het logboek.
        </p>
        <KeyList keys={answer.value.keys} onDone={() => void read()} />
        <MakeKey onDone={() => void read()} />
      </section>
      <Webhook />
    </>
  )
}
