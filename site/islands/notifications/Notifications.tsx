/** Everything one was told, the newest first, and how one wants to be told. */
import { useEffect, useState } from 'preact/hooks'
import type { NotificationsView, NotificationView, UnreadView } from '../../../api/notifications/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { momentWords } from '../../lib/deadline.ts'
import { addressOfNotification, topicWords } from '../../lib/notification-words.ts'
import { session, workChanged } from '../../lib/session.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import { SettingsForm } from './SettingsForm.tsx'

export default function Notifications() {
  const [answer, setAnswer] = useState<Answer<NotificationsView> | null>(null)
  const [page, setPage] = useState(1)

  async function read(asked: number) {
    const who = await session()
    setAnswer(who.ok ? await ask<NotificationsView>('GET', `/notifications?page=${asked}`) : who)
  }
  useEffect(() => void read(page), [page])

  async function markRead(ids?: string[]) {
    const done = await ask<UnreadView>('POST', '/notifications/read', ids ? { ids } : {})
    if (!done.ok) return
    workChanged()
    await read(page)
  }

  const view = answer?.ok ? answer.value : null
  const pages = view ? Math.ceil(view.total / view.pageSize) : 1
  return (
    <>
      <div class="vd-title-row">
        <h1 class="nl-heading nl-heading--level-1">Berichten</h1>
      </div>
      {!answer && <Loading what="De lijst met berichten" />}
      {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read(page)} />}
      {view && (
        <section aria-labelledby="berichten">
          <div class="vd-title-row">
            <h2 id="berichten" class="nl-heading nl-heading--level-2">
              {view.unread === 0 ? 'Alles is gelezen' : view.unread === 1 ? '1 ongelezen' : `${view.unread} ongelezen`}
            </h2>
            {view.unread > 0 && (
              <button type="button" class="nl-button nl-button--secondary" onClick={() => void markRead()}>
                Alles is gelezen
              </button>
            )}
          </div>
          {view.total === 0 ? (
            <p>Er zijn nog geen berichten. Zodra er iets voor u of uw team is, staat het hier.</p>
          ) : (
            <ul class="vd-notifications" role="list">
              {view.notifications.map((each) => (
                <Line key={each.id} notification={each} onRead={() => void markRead([each.id])} />
              ))}
            </ul>
          )}
          {pages > 1 && (
            <nav class="vd-pager" aria-label="Bladzijden">
              {page > 1 && (
                <button type="button" class="nl-button nl-button--secondary" onClick={() => setPage(page - 1)}>
                  Nieuwer
                </button>
              )}
              <p>
                Bladzijde {page} van {pages}
              </p>
              {page < pages && (
                <button type="button" class="nl-button nl-button--secondary" onClick={() => setPage(page + 1)}>
                  Ouder
                </button>
              )}
            </nav>
          )}
        </section>
      )}
      <SettingsForm />
    </>
  )
}

function Line({ notification, onRead }: { notification: NotificationView; onRead: () => void }) {
  const { unread, matter, at } = notification
  const address = addressOfNotification(notification)
  const words = topicWords(notification)
  return (
    <li class={unread ? 'vd-notification vd-notification--unread' : 'vd-notification'}>
      <p>
        {unread && <span class="vd-unread">nieuw</span>}{' '}
        {address ? (
          <a class="nl-link" href={address} onClick={() => unread && onRead()}>
            {words}
          </a>
        ) : (
          words
        )}
        {matter && <span class="vd-reference vd-quiet"> {matter.reference}</span>}
      </p>
      <p class="vd-quiet">
        <time dateTime={at}>{momentWords(at)}</time>
      </p>
      {unread && (
        <button type="button" class="nl-button nl-button--subtle" onClick={onRead}>
          Gelezen<span class="vd-hidden">: {words}</span>
        </button>
      )}
    </li>
  )
}
