import { useEffect, useState } from 'preact/hooks'

/** The link as a square to scan, for on paper. Drawn here: a link that somebody else's server draws is a link it has read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<{ path: string; size: number } | null>(null)
  useEffect(() => {
    let stale = false
    void import('../../lib/qr.ts').then(({ drawQr }) => {
      if (!stale) setDrawn(drawQr(text))
    })
    return () => {
      stale = true
    }
  }, [text])
  if (!drawn) return null
  return (
    <p class="vd-short__qr">
      <svg viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`} role="img" aria-label={label}>
        <path d="M-4-4h999v999h-999z" fill="#fff" />
        <path d={drawn.path} fill="#000" />
      </svg>
      <span>{label}</span>
    </p>
  )
}
