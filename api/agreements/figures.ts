/** The quarter whose figures are shown: the last one that is over. Pure. */
export type Quarter = { name: string; from: string; until: string }

/** Of a day as `2026-11-25`: the quarter before it, its first day and the first day after it. */
export function lastQuarter(today: string): Quarter {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const running = Math.floor((month - 1) / 3)
  const day = (months: number) => new Date(Date.UTC(year, months, 1)).toISOString().slice(0, 10)
  const [from, until] = [day((running - 1) * 3), day(running * 3)]
  return { name: `${running === 0 ? 4 : running}e kwartaal ${from.slice(0, 4)}`, from, until }
}
