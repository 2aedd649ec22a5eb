import { useEffect, useState } from 'preact/hooks'
import { telephone } from '../../lib/telephone.ts'
import { type KeptService, erase, fragmentOf, idsInFragment, keep, kept } from '../../lib/shortlist.ts'
import type { ShortlistWords } from '../../lib/shortlist-words.ts'
import { QrCode } from './QrCode.tsx'

type Props = { url: string; words: ShortlistWords; home: string; search: string; textLang: string | undefined }
type Services = Map<string, KeptService>

/** The list of one resident: to print, to send as a link with ids only, to erase. Nothing of it reaches a server. */
export function Shortlist({ url, words, home, search, textLang }: Props) {
  const [services, setServices] = useState<Services | 'loading' | 'failed'>('loading')
  const [ids, setIds] = useState<string[]>([])
  const [stored, setStored] = useState<string[]>([])
  const [said, setSaid] = useState('')

  useEffect(() => {
    const read = () => {
      const mine = kept()
      const sent = idsInFragment(location.hash)
      setStored(mine)
      setIds(sent.length > 0 ? sent : mine)
    }
    read()
    addEventListener('hashchange', read)
    fetch(url)
      .then((answer) => (answer.ok ? (answer.json() as Promise<KeptService[]>) : Promise.reject(new Error(url))))
      .then(
        (all) => setServices(new Map(all.map((service) => [service.id, service]))),
        () => setServices('failed'),
      )
    return () => removeEventListener('hashchange', read)
  }, [url])

  if (services === 'failed') return <p class="vd-notice">{words.failed}</p>
  if (services === 'loading') return <p role="status">{words.loading}</p>

  const list = ids.flatMap((id) => services.get(id) ?? [])
  const isStored = ids.length > 0 && ids.every((id) => stored.includes(id))
  const link = `${location.origin}${home}${fragmentOf(list.map(({ id }) => id))}`

  const change = (next: string[]) => {
    setIds(next)
    if (stored.length > 0) {
      keep(next)
      setStored(next)
    }
    history.replaceState(null, '', location.hash ? `${home}${fragmentOf(next)}` : home)
  }
  // Where a browser does not let a page copy, as on an address without https, the link stands there to be copied by hand.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setSaid(words.copied)
    } catch {
      setSaid(link)
    }
  }
  const store = () => {
    if (!keep(ids)) return setSaid(words.notAllowed)
    setStored(ids)
    setSaid(words.stored)
  }
  const wipe = () => {
    erase()
    setStored([])
    setIds([])
    history.replaceState(null, '', home)
    setSaid(words.erased)
  }

  return (
    <div class="vd-short">
      <p role="status" class="vd-short__said">
        {said}
      </p>
      {list.length === 0 ? (
        <div class="vd-notice">
          <p>{words.empty}</p>
          <p>
            <a class="nl-link" href={search}>
              {words.search}
            </a>
          </p>
        </div>
      ) : (
        <>
          <p class="vd-short__actions">
            <button class="nl-button nl-button--primary" type="button" onClick={() => print()}>
              {words.print}
            </button>
            <a class="nl-button nl-button--secondary" href={`mailto:?body=${encodeURIComponent(link)}`}>
              {words.mail}
            </a>
            <a
              class="nl-button nl-button--secondary"
              href={`https://wa.me/?text=${encodeURIComponent(link)}`}
              rel="noreferrer"
            >
              {words.whatsapp}
            </a>
            <button class="nl-button nl-button--secondary" type="button" onClick={() => void copy()}>
              {words.copy}
            </button>
          </p>
          <p class="vd-short__where">{isStored ? words.isStored : words.isNotStored}</p>
          <p class="vd-short__actions">
            {!isStored && (
              <button class="nl-button nl-button--secondary" type="button" onClick={store}>
                {words.store}
              </button>
            )}
            <button class="nl-button nl-button--secondary" type="button" onClick={wipe}>
              {words.erase}
            </button>
          </p>
          <ul class="vd-short__list">
            {list.map((service) => (
              <li key={service.id}>
                <One
                  service={service}
                  words={words}
                  textLang={textLang}
                  onRemove={() => change(ids.filter((id) => id !== service.id))}
                />
              </li>
            ))}
          </ul>
          <QrCode text={link} label={words.qr} />
        </>
      )}
    </div>
  )
}

type Card = { service: KeptService; words: ShortlistWords; textLang: string | undefined; onRemove: () => void }

function One({ service, words, textLang, onRemove }: Card) {
  return (
    <article class="vd-short__card">
      <h2 class="vd-card__name">
        <a class="vd-link" href={service.url} lang={textLang}>
          {service.name}
        </a>
      </h2>
      <p class="vd-card__org" lang={textLang}>
        {service.organization}
      </p>
      {service.phone && (
        <p class="vd-short__phone">
          <a class="vd-link" href={telephone(service.phone)}>
            {service.phone}
          </a>
        </p>
      )}
      {service.email && <p>{service.email}</p>}
      {service.address.length > 0 && (
        <address lang={textLang}>
          {service.address.join(', ')}
          {service.more > 0 && ` (${words.also} ${service.more} ${service.more === 1 ? words.place : words.places})`}
        </address>
      )}
      {service.hours.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{service.access}</p>
      <button class="vd-as-link" type="button" onClick={onRemove}>
        {words.remove}
        <span class="vd-hidden">: {service.name}</span>
      </button>
    </article>
  )
}
