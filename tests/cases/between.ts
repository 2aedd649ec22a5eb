/** Things between two organisations that hang on no matter, for the permission matrix: how each comes to its state. */
import type { Role } from '../../api/viewer.ts'
import type { Person, Send } from './walk.ts'

type Organization = Record<Role, Person>

/** `school` asks, `team` answers. */
export function between(send: Send, { school, team }: Record<'school' | 'team', Organization>) {
  const bodies: Record<string, unknown> = {
    'POST /consults': {
      organizationId: team.worker.organization,
      deskId: team.worker.desk,
      theme: 'opgroeien',
      question: 'Wat helpt bij een kind dat niet slaapt?',
    },
    'POST /consults/:id/answer': { answer: 'Begin bij de jeugdverpleegkundige.' },
    'POST /consults/:id/close': { decision: 'line0' },
  }

  async function must(who: Person, route: string, id = ''): Promise<string> {
    const [method = '', path = ''] = route.split(' ')
    const answer = await send(who, method, `/api/v1${path.replace(':id', id)}`, bodies[route])
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${answer.text}`)
    return (JSON.parse(answer.text) as { id: string }).id
  }

  return {
    bodyOf: (route: string) => bodies[route] ?? {},
    reach: async (_on: 'consult', state: string): Promise<string> => {
      const id = await must(school.worker, 'POST /consults')
      if (state === 'answered') await must(team.consultant, 'POST /consults/:id/answer', id)
      return id
    },
  }
}
