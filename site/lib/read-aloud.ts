/**
 * Reads a page aloud with a voice that lives on the device. A voice of a network would send what somebody reads to its
 * maker, so without a local Dutch voice the button stays away.
 */
export function mountReadAloud(): void {
  const holder = document.querySelector<HTMLElement>('[data-read-aloud]')
  const button = holder?.querySelector('button')
  if (!holder || !button || !('speechSynthesis' in window)) return

  const voice = () => speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^nl\b/i.test(lang))
  const say = (reading: boolean) => {
    holder.dataset.reading = String(reading)
    button.textContent = (reading ? holder.dataset.stop : holder.dataset.read) ?? ''
  }
  const stop = () => {
    speechSynthesis.cancel()
    say(false)
  }
  const start = (chosen: SpeechSynthesisVoice) => {
    const blocks = textBlocks()
    say(true)
    // A piece for each block: some browsers fall silent in the middle of a long one.
    for (const [at, text] of blocks.entries()) {
      const piece = new SpeechSynthesisUtterance(text)
      piece.voice = chosen
      piece.lang = chosen.lang
      if (at === blocks.length - 1) piece.onend = () => say(false)
      speechSynthesis.speak(piece)
    }
  }
  button.addEventListener('click', () => {
    const chosen = voice()
    if (holder.dataset.reading === 'true' || !chosen) stop()
    else start(chosen)
  })
  addEventListener('pagehide', stop)

  // Voices come later than the page, and some devices have none.
  const show = () => {
    holder.hidden = voice() === undefined
  }
  speechSynthesis.addEventListener('voiceschanged', show)
  show()
}

const READ = 'h1, .vd-service__text :is(p, li), .vd-fact__title, .vd-fact__body :is(p, li, dt, dd, address)'
const NOT_READ = '[hidden], form, .vd-keep, .vd-small-map'

/** What is read: the Dutch text of the page, block by block, as it is shown. */
function textBlocks(): string[] {
  return [...document.querySelectorAll<HTMLElement>(`main :is(${READ})`)]
    .filter((block) => !block.closest(NOT_READ) && !block.parentElement?.closest('p, li, dd'))
    .filter((block) => /^nl\b/.test(block.closest<HTMLElement>('[lang]')?.lang ?? ''))
    .map((block) => block.innerText.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}
