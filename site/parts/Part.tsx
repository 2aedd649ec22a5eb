/** One clear part of a longer form: what it is about on the left, its fields on the right. */
import type { ComponentChildren } from 'preact'

type Props = { id: string; title: string; intro?: ComponentChildren; children: ComponentChildren }

export const Part = ({ id, title, intro, children }: Props) => (
  <section class="vd-part" aria-labelledby={`deel-${id}`}>
    <div class="vd-part__head">
      <h2 id={`deel-${id}`} class="nl-heading nl-heading--level-2">
        {title}
      </h2>
      {intro && <p>{intro}</p>}
    </div>
    <div class="vd-part__fields">{children}</div>
  </section>
)
