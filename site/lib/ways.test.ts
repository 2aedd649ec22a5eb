import { expect, test } from 'vitest'
import { type Permission, permissions } from '../../api/permissions.ts'
import { type Role, roles } from '../../api/viewer.ts'
import { homeOf, waysOf } from './ways.ts'

const mayOf = (role: Role) => ({
  may: (Object.keys(permissions) as Permission[]).filter((one) => (permissions[one] as readonly Role[]).includes(role)),
})

test.each<[Role, string]>([
  ['worker', '/werk/'],
  ['school_team', '/werk/'],
  ['chief_editor', '/werk/meldingen/'],
  ['directory_editor', '/werk/meldingen/'],
  ['administrator', '/werk/afspraken/'],
  ['policy_officer', '/werk/berichten/'],
  ['privacy_officer', '/werk/berichten/'],
])('%s begins at %s', (role, home) => expect(homeOf(mayOf(role))).toBe(home))

test.each(roles)('%s is shown no way that the server would refuse', (role) => {
  const { may } = mayOf(role)
  for (const way of waysOf({ may })) expect(way.may?.some((one) => may.includes(one)) ?? true, way.name).toBe(true)
})

test('who may do nothing yet can go back to the public pages', () =>
  expect(waysOf({ may: [] }).map(({ href }) => href)).toEqual(['/']))
