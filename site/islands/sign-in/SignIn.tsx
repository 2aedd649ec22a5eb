/** The sign-in page: after signing in back to the page that was asked for. */
import { SignInForm } from '../../parts/SignInForm.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { isEditor, wayBack } from '../../lib/session.ts'

export default function SignIn() {
  const { hash } = location
  return (
    <>
      {hash === '#uitgelogd' && <Notice tone="ok" role="status" title="U bent uitgelogd." />}
      {hash === '#verlopen' && <Notice tone="info" role="status" title="U bent niet meer ingelogd. Log opnieuw in." />}
      <SignInForm
        onDone={({ roles }) => {
          const asked = wayBack(hash)
          // Who only looks after the directory has no work list.
          location.replace(asked === '/werk/' && roles.every(isEditor) ? '/werk/meldingen/' : asked)
        }}
      />
    </>
  )
}
