/** Ids on a screen, with their names, as this viewer may read them. */
import type { Viewer } from '../viewer.ts'
import type { NameRows } from './read-queries.ts'
import type { ColleagueRef, DeskRef, OrganizationRef, SideRef } from './schema.ts'

export type Names = {
  organization: (id: string) => OrganizationRef
  desk: (id: string | null) => DeskRef | null
  side: (organizationId: string, deskId: string | null) => SideRef
  /** Of another organisation only that there is somebody is told. */
  colleague: (id: string | null) => ColleagueRef | null
}

export function namesFor(viewer: Viewer, rows: NameRows): Names {
  const organizations = new Map(rows.organizations.map(({ id, name }) => [id, name]))
  const desks = new Map(rows.desks.map((desk) => [desk.id, desk]))
  const members = new Map(rows.members.map(({ id, name }) => [id, name]))
  const organization = (id: string) => ({
    id,
    name: organizations.get(id) ?? '',
    isUs: id === viewer.organizationId,
  })
  const desk = (id: string | null) => (id ? (desks.get(id) ?? null) : null)
  return {
    organization,
    desk,
    side: (organizationId, deskId) => ({ organization: organization(organizationId), desk: desk(deskId) }),
    colleague: (id) => (id ? { id, name: members.get(id) ?? null } : null),
  }
}

type Parties = { sender_org: string; receiver_org: string; sender_desk: string | null; receiver_desk: string }

/** The ids that signals and transfers bring along. */
export function idsOf(
  rows: readonly (Parties & ({ assignee: string | null } | { caseworker: string | null }))[],
  more: { organizations?: Iterable<string | null>; members?: Iterable<string | null> } = {},
) {
  const present = (ids: Iterable<string | null | undefined>) => new Set([...ids].filter((id) => id != null))
  return {
    organizations: present([
      ...rows.flatMap((row) => [row.sender_org, row.receiver_org]),
      ...(more.organizations ?? []),
    ]),
    desks: present(rows.flatMap((row) => [row.sender_desk, row.receiver_desk])),
    members: present([
      ...rows.map((row) => ('assignee' in row ? row.assignee : row.caseworker)),
      ...(more.members ?? []),
    ]),
  }
}
