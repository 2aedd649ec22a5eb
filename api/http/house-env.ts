/** What every request carries through the house. */
export type HouseEnv = { Variables: { requestId: string } }
