/** Thinking along: the lists, or one consult when its id stands in the fragment. */
import { useFragment } from '../../lib/fragment.ts'
import type { Names } from '../../lib/names.ts'
import { ConsultList } from './ConsultList.tsx'
import { OneConsult } from './OneConsult.tsx'

export default function Consults({ names }: { names: Names }) {
  const [id] = useFragment()
  return id === '' ? <ConsultList names={names} /> : <OneConsult key={id} id={id} names={names} />
}
