/** Who speaks with a key: what a session is for people. */
import { withLogin } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'
import type { KeyCommand } from './codes.ts'
import { hashSecret } from './key.ts'
import { openKey } from './queries.ts'

/**
 * Who this key speaks for, now, and for which commands; null when it is unknown, revoked, over, or of an organisation
 * that has left. It receives for every desk of its organisation, as a member with the role of receiver would.
 */
export async function viewerOfSecret(
  deps: Deps,
  secret: string,
): Promise<{ viewer: Viewer; commands: readonly KeyCommand[] } | null> {
  const open = await withLogin(deps, {}, (tx) => openKey(tx, hashSecret(secret), deps.now()))
  if (!open) return null
  const { keyId, memberId, organizationId, name, commands, deskIds } = open
  return {
    viewer: { userId: memberId, name, organizationId, roles: ['worker'], deskIds, only: null, key: keyId },
    commands,
  }
}
