/** The sign-in page: after signing in back to the page that was asked for. */
import { SignInForm } from '../../parts/SignInForm.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { wayBack } from '../../lib/session.ts'
import { homeOf } from '../../lib/ways.ts'

export default function SignIn() {
  const { hash } = location
  return (
    <>
      {hash === '#uitgelogd' && <Notice tone="ok" role="status" title="U bent uitgelogd." />}
      {hash === '#verlopen' && <Notice tone="info" role="status" title="U bent niet meer ingelogd. Log opnieuw in." />}
      <SignInForm
        onDone={(who) => {
          const asked = wayBack(hash)
          location.replace(asked === '/werk/' ? homeOf(who) : asked)
        }}
      />
    </>
  )
}
