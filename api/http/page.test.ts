import { describe, expect, test } from 'vitest'
import { fillPage } from './page.ts'

const shell =
  '<main><!--if:found--><p>{{who}} tot {{until}}</p><!--/if--><!--if:unknown ended--><p>Onbekend</p><!--/if--></main>'

describe('a published page is filled', () => {
  test('with what belongs to its state, and nothing of another', () => {
    expect(fillPage(shell, 'found', { who: 'Welzijn', until: 'maandag' })).toBe(
      '<main><p>Welzijn tot maandag</p></main>',
    )
    expect(fillPage(shell, 'ended')).toBe(fillPage(shell, 'unknown'))
    expect(fillPage(shell, 'unknown')).toBe('<main><p>Onbekend</p></main>')
  })

  test('and what is filled in stays text', () => {
    const nasty = `<script>alert("1")</script>&amp;'{{until}}$&<!--if:x-->`
    expect(fillPage(shell, 'found', { who: nasty, until: 'x' })).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;{{until}}$&amp;&lt;!--if:x--&gt;',
    )
  })

  test('a slot without text or a state without a block is a fault, not an empty place', () => {
    expect(() => fillPage(shell, 'found', { who: 'Welzijn' })).toThrow('until')
    expect(() => fillPage(shell, 'gone')).toThrow('gone')
  })

  test('a list once for each item, each with its own blocks, and what is filled in is not read again', () => {
    const list =
      '<!--if:found-->x<!--/if--><ul><!--each:steps--><li><!--if:sent-->Verstuurd<!--/if--><!--if:ended-->Klaar<!--/if--> {{day}}</li><!--/each--></ul>'
    const steps = [
      { states: ['sent'], slots: { day: '{{who}}' } },
      { states: ['ended'], slots: { day: '<b>' } },
    ]
    expect(fillPage(list, ['found'], {}, { steps })).toBe(
      'x<ul><li>Verstuurd {{who}}</li><li>Klaar &lt;b&gt;</li></ul>',
    )
    expect(fillPage(list, ['found'], {}, { steps: [] })).toBe('x<ul></ul>')
  })

  test('for more than one thing at once: every block that names one of them stays', () => {
    const page = '<!--if:open-->A<!--/if--><!--if:told-->B<!--/if--><!--if:over-->C<!--/if-->'
    expect(fillPage(page, ['open', 'told'])).toBe('AB')
  })
})
