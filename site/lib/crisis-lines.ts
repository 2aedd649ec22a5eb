/** Whom to call before anything is written down. Build time only: the own crisis services come from the directory. */
import { firstPhone, telephone } from './next-step.ts'
import { organizationOf, services } from './snapshot.ts'

const national = [
  { number: '112', href: 'tel:112', text: 'als er nu gevaar is' },
  { number: '0800 2000', href: 'tel:08002000', text: 'Veilig Thuis: geweld of mishandeling, dag en nacht' },
  { number: '113', href: 'tel:113', text: 'gedachten aan zelfdoding, dag en nacht' },
]
/** 0800 0113 is 113 by its long number. */
const known = new Set([...national.map((line) => line.href), 'tel:08000113'])

const own = services
  .filter((service) => service.crisis)
  .flatMap((service) => {
    const phone = firstPhone(service, organizationOf(service))
    return phone ? [{ number: phone.number, href: telephone(phone.number), text: service.name }] : []
  })
  .filter((line) => !known.has(line.href))

export const crisisLines = [...national, ...own].slice(0, 5)
