/** The head of every workspace page: who is signed in, what waits, the way out; and signing in again in place. */
import { useEffect, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { WaitingView } from '../../../api/consults/schema.ts'
import type { UnreadView } from '../../../api/notifications/schema.ts'
import type { WorkView } from '../../../api/matters/work-schema.ts'
import { request } from '../../lib/api.ts'
import { leaveNothing, onWorkChanged, renewInPlace, session } from '../../lib/session.ts'
import { refusalWords } from '../../lib/words.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { SignInForm } from '../../parts/SignInForm.tsx'
import { StayIn } from './StayIn.tsx'
import { WorkNav } from './WorkNav.tsx'

type Props = {
  here: string
  /** The work list reads the counts itself and tells them. */
  asksCounts?: boolean
}
type Counts = WorkView['counts']
/** Hears whether the same account signed in again. */
type Waiting = (renewed: boolean) => void

/** How often a page that is in sight asks whether something came. */
const BELL_MS = 30_000

/** Other tabs of this browser follow when somebody signs out. */
const tabs = () => new BroadcastChannel('voordeur-werkplek')

export default function WorkFrame({ here, asksCounts = true }: Props) {
  const [who, setWho] = useState<SessionView | null>(null)
  const [counts, setCounts] = useState<Counts | null>(null)
  const [asked, setAsked] = useState(0)
  const [unread, setUnread] = useState(0)
  const [stuck, setStuck] = useState('')
  /** Each time somebody signs in the session begins anew. */
  const [signedIn, setSignedIn] = useState(0)
  const [again, setAgain] = useState<Waiting | null>(null)

  useEffect(() => {
    let may: SessionView['may'] = []
    const readCounts = async () => {
      if (!may.includes('work.read')) return
      const answer = await request<WorkView>('GET', '/work')
      if (answer.ok) setCounts(answer.value.counts)
    }
    const readAsked = async () => {
      if (!may.includes('consult.ask')) return
      const answer = await request<WaitingView>('GET', '/consults/waiting')
      if (answer.ok) setAsked(answer.value.waiting)
    }
    const readBell = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await request<UnreadView>('GET', '/notifications/unread', undefined, { background: true })
      if (answer.ok) setUnread(answer.value.unread)
    }
    let bell: ReturnType<typeof setInterval> | undefined
    void session().then((answer) => {
      if (!answer.ok) return
      setWho(answer.value)
      may = answer.value.may
      renewInPlace((done) => setAgain(() => done))
      if (asksCounts) void readCounts()
      void readAsked()
      void readBell()
      bell = setInterval(() => void readBell(), BELL_MS)
    })
    const channel = tabs()
    channel.onmessage = leave
    // A page brought back by the browser's Back button must not show what was there before signing out.
    const restored = (event: PageTransitionEvent) => event.persisted && location.reload()
    addEventListener('pageshow', restored)
    // The fragment of these pages holds an id: the skip link moves the keyboard and leaves the address alone.
    const skip = document.querySelector<HTMLElement>('.nl-skip-link')
    skip?.addEventListener('click', toContent)
    const stop = onWorkChanged((told) => {
      void readBell()
      if (told) return setCounts(told)
      void readCounts()
      void readAsked()
    })
    return () => {
      clearInterval(bell)
      channel.close()
      removeEventListener('pageshow', restored)
      skip?.removeEventListener('click', toContent)
      stop()
    }
  }, [])

  async function signOut() {
    await leaveNothing()
    const answer = await request('DELETE', '/session')
    if (!answer.ok) return setStuck(refusalWords(answer.problem))
    const channel = tabs()
    channel.postMessage('signed out')
    channel.close()
    leave()
  }

  function signedInAgain(session: SessionView) {
    // Somebody else at the same screen: nothing of the former page may stay.
    if (who && session.userId !== who.userId) return location.reload()
    setWho(session)
    setSignedIn((times) => times + 1)
    again?.(true)
    setAgain(null)
  }

  return (
    <>
      <div class="vd-frame">
        <WorkNav here={here} who={who} counts={counts} asked={asked} />
        <div class="vd-who">
          {who && (
            <>
              <a
                class="vd-bell"
                href="/werk/berichten/"
                aria-current={here === '/werk/berichten/' ? 'page' : undefined}
              >
                Berichten
                {unread > 0 && (
                  <span class="vd-count">
                    {unread}
                    <span class="vd-hidden">{unread === 1 ? ' ongelezen bericht' : ' ongelezen berichten'}</span>
                  </span>
                )}
              </a>
              <p>
                <span class="vd-hidden">U bent ingelogd als </span>
                <strong>{who.name}</strong>
                <span class="vd-who__organization">{who.organization.name}</span>
              </p>
              <button type="button" class="nl-button nl-button--subtle" onClick={() => void signOut()}>
                Uitloggen
              </button>
            </>
          )}
        </div>
      </div>
      {stuck && (
        <p role="alert" class="vd-stuck">
          Uitloggen lukte niet. {stuck}
        </p>
      )}
      {who && !again && (
        <StayIn
          key={signedIn}
          secondsLeft={who.secondsLeft}
          onEnded={() => setAgain((open: Waiting | null) => open ?? nobodyWaits)}
        />
      )}
      {again && (
        <Dialog
          id="opnieuw-inloggen"
          title="Log opnieuw in"
          onClose={() => {
            again(false)
            setAgain(null)
          }}
        >
          <p>U was te lang weg. Log in met hetzelfde account: wat u typte, staat er dan nog.</p>
          <SignInForm onDone={signedInAgain} />
        </Dialog>
      )}
    </>
  )
}

const nobodyWaits = () => undefined

function toContent(event: Event) {
  event.preventDefault()
  document.getElementById('inhoud')?.focus()
}

const leave = () => location.replace('/werk/inloggen/#uitgelogd')
