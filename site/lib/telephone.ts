/** `088 123 45 67 (keuze 1)` → `tel:0881234567`. Short numbers such as 113 and 14 0528 stay as they are dialled. */
export const telephone = (number: string) =>
  `tel:${number.replace(/\((?:0|[^)]*[a-z][^)]*)\)|(?:ext|x)\.?\s*\d+$/gi, '').replace(/[^\d+]/g, '')}`
