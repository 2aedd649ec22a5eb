/** A file for a spreadsheet in Dutch: semicolons, UTF-8 that Excel knows, and no cell that it would run as a formula. */
import { stringify } from 'csv-stringify/browser/esm/sync'

export const toCsv = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  stringify([head, ...lines], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true })

/** What is in the file, said after it was made; of a list that is too long for one, how to get the rest. */
export function toldOf(lines: number, total: number): string {
  const count = (n: number) => `${n} ${n === 1 ? 'regel' : 'regels'}`
  if (lines === total) return `${count(lines)} in het bestand, zonder namen van inwoners.`
  return `Let op: het bestand is niet compleet. Er zitten ${count(lines)} in, de lijst heeft er ${total}. Kies een filter, bijvoorbeeld ‘Zo sinds’, en maak opnieuw een bestand.`
}

/** Gives the person a file, made in the browser. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
