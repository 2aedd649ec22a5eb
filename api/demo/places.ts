/** The six villages of the demo. Nothing here exists; postcodes begin with 0, which none does. */
export const places = {
  lindeveen: { name: 'Lindeveen', latitude: 52.655, longitude: 6.505 },
  westervaart: { name: 'Westervaart', latitude: 52.672, longitude: 6.438 },
  hoogeschans: { name: 'Hoogeschans', latitude: 52.7, longitude: 6.516 },
  kleinTurven: { name: 'Klein Turven', latitude: 52.669, longitude: 6.582 },
  molenhaar: { name: 'Molenhaar', latitude: 52.626, longitude: 6.561 },
  zuiderlinde: { name: 'Zuiderlinde', latitude: 52.611, longitude: 6.478 },
} as const

/** Postcodes 0950 to 0959 do not exist: the municipality's own, by the middle of what they cover. */
export const postcodes: Record<string, [latitude: number, longitude: number]> = {
  '0950': [52.6545, 6.506],
  '0951': [52.6598, 6.5052],
  '0952': [52.6494, 6.4982],
  '0953': [52.6471, 6.5125],
  '0954': [52.6635, 6.5168],
  '0955': [52.672, 6.438],
  '0956': [52.7, 6.516],
  '0957': [52.669, 6.582],
  '0958': [52.611, 6.478],
  '0959': [52.626, 6.561],
}
