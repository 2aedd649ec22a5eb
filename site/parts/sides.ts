import type { SideRef } from '../../api/matters/schema.ts'

/** "Team Noord, Welzijn (u)": the team where there is one, and always whose. */
export function nameOf({ organization, desk }: SideRef): string {
  const name = desk ? `${desk.name}, ${organization.name}` : organization.name
  return organization.isUs ? `${name} (u)` : name
}
