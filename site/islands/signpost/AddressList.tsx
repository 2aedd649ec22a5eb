import type { Address } from '../../lib/addresses.ts'

type Props = {
  addresses: readonly Address[]
  themes: Record<string, string>
  /** No theme is chosen: the first one of the address counts, and one without waits for a choice. */
  needsTheme: boolean
  busy: string
  given: string
  onGive: (address: Address) => void
}

export const AddressList = ({ addresses, themes, needsTheme, busy, given, onGive }: Props) => (
  <ul class="vd-addresses" role="list">
    {addresses.map((address) => (
      <li key={`${address.kind}-${address.id}`} class="vd-address">
        <div>
          <p>
            {address.url ? (
              <a class="nl-link" href={address.url}>
                {address.name}
              </a>
            ) : (
              <strong>{address.name}</strong>
            )}
            , {address.organization}
          </p>
          <p class="vd-hint">
            {[address.phone ?? 'geen telefoonnummer bekend', ...themeNames(address, themes)].join(' · ')}
          </p>
        </div>
        {needsTheme && address.themes.length === 0 ? (
          <p class="vd-hint">Kies eerst een thema</p>
        ) : (
          <button
            type="button"
            class="nl-button nl-button--secondary"
            aria-disabled={busy !== ''}
            onClick={() => onGive(address)}
          >
            {given === address.id ? 'Geteld ✓' : 'Adres gegeven'}
            <span class="vd-hidden"> van {address.name}</span>
          </button>
        )}
      </li>
    ))}
  </ul>
)

const themeNames = (address: Address, themes: Record<string, string>) =>
  address.themes.slice(0, 2).map((code) => themes[code] ?? code)
