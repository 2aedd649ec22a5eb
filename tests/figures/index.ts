/** Every figure, in the order of what is promised. */
import { axe } from './axe.ts'
import { axeWorkspace } from './axe-workspace.ts'
import { canaries } from './canaries.ts'
import { catalogue } from './catalogue.ts'
import type { Figure } from './figure.ts'
import { forgeriesRefused } from './forgeries.ts'
import { html } from './html.ts'
import { durable, kills } from './kills.ts'
import { law } from './law.ts'
import { lighthousePages } from './lighthouse.ts'
import { links } from './links.ts'
import { model, raced } from './model.ts'
import { ownOrigin } from './own-origin.ts'
import { packages } from './packages.ts'
import { permissions } from './permissions.ts'
import { personalTextsFound } from './personal-texts.ts'
import { policy } from './policy.ts'
import { searchSync } from './search-sync.ts'
import { secondStart } from './second-start.ts'
import { uniform } from './uniform.ts'
import { weight } from './weight.ts'
import { withoutScript } from './without-script.ts'

export const figures: readonly Figure[] = [
  packages,
  law,
  model,
  raced,
  permissions,
  uniform,
  personalTextsFound,
  catalogue,
  forgeriesRefused,
  kills,
  durable,
  searchSync,
  axe,
  axeWorkspace,
  canaries,
  withoutScript,
  html,
  links,
  policy,
  ownOrigin,
  weight,
  lighthousePages,
  secondStart,
]

/** Those that look at the published site or play in a browser. */
export const ofTheSite: ReadonlySet<string> = new Set(
  [axe, axeWorkspace, canaries, withoutScript, html, links, policy, ownOrigin, weight, lighthousePages].map(
    ({ id }) => id,
  ),
)
