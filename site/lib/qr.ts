import qrcode from 'qrcode-generator'

/** A text as a QR code: the path of its dark squares and how many squares a side has. */
export function drawQr(text: string): { path: string; size: number } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) => row)
  const path = rows.flatMap((y) => rows.flatMap((x) => (code.isDark(y, x) ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return { path, size }
}
