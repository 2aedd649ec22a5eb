/** Agreements with partners: the list, or one of them when its id stands in the fragment. */
import { useFragment } from '../../lib/fragment.ts'
import { AgreementList } from './AgreementList.tsx'
import { OneAgreement } from './OneAgreement.tsx'

export default function Agreements() {
  const [id] = useFragment()
  return id === '' ? <AgreementList /> : <OneAgreement key={id} id={id} />
}
