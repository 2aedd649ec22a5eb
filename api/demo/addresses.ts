/** Numbers and addresses that reach nobody. */

/** Area code 0500 is not in use: nobody is ever called by a demo. */
export const phone = (last: number) => `0500-55${String(last).padStart(4, '0')}`
export const at = (name: string) => ({
  email: `${name}@voorbeeld.example`,
  website: `https://${name}.voorbeeld.example/`,
})
