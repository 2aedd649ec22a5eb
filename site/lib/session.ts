/** Who is signed in, asked once per page; where to go when nobody is; and who must know that the work changed. */
import type { SessionView } from '../../api/accounts/schema.ts'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { type Answer, request, whenSessionEnds } from './api.ts'

let asked: Promise<Answer<SessionView>> | null = null

/** The session of this page. Somebody without one goes to the sign-in page, which brings them back here. */
export function session(): Promise<Answer<SessionView>> {
  asked ??= request<SessionView>('GET', '/session').then((answer) => {
    if (!answer.ok && answer.problem.code === 'viewer.unknown') location.replace(signInAddress())
    return answer
  })
  return asked
}

/** Asks again: after signing in, or after a failure. */
export function forgetSession(): void {
  asked = null
}

/** The sign-in page with the way back in its fragment, which no server sees. */
export const signInAddress = () => `/werk/inloggen/#${location.pathname}${location.search}${location.hash}`

/** The page somebody asked for before signing in; only pages of the workspace. */
export function wayBack(hash: string): string {
  const asked = hash.slice(1)
  return /^\/werk\/(?:[a-z]+\/){0,2}(?:\?[a-z0-9=&_-]+)?(?:#[a-z0-9/-]*)?$/.test(asked) &&
    !asked.startsWith('/werk/inloggen')
    ? asked
    : '/werk/'
}

const work = new EventTarget()

/** Something was done, or the list was read anew: whoever shows how much is waiting hears it. */
export const workChanged = (counts: WorkView['counts'] | null = null) =>
  void work.dispatchEvent(new CustomEvent('changed', { detail: counts }))

/** `null`: the counts are to be asked for. */
export function onWorkChanged(listener: (counts: WorkView['counts'] | null) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<WorkView['counts'] | null>).detail)
  work.addEventListener('changed', hear)
  return () => work.removeEventListener('changed', hear)
}

const leaving = new Set<() => Promise<unknown>>()

/** What must be done before somebody signs out: a form keeps what is typed. Gives how to take it back. */
export function beforeLeaving(keep: () => Promise<unknown>): () => void {
  leaving.add(keep)
  return () => void leaving.delete(keep)
}

/** Everything that must be kept has been. */
export const leaveNothing = async (): Promise<void> =>
  void (await Promise.allSettled([...leaving].map((keep) => keep())))

/** One dialog for all questions that found the session ended at the same time. */
export function renewInPlace(open: (done: (signedIn: boolean) => void) => void) {
  let waiting: Promise<boolean> | null = null
  whenSessionEnds(() => {
    waiting ??= new Promise<boolean>((done) => open(done)).finally(() => {
      waiting = null
    })
    return waiting
  })
}
