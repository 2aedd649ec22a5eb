/** The last part of a page's path, from its name: "Café 't Hoekje" becomes cafe-t-hoekje. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, 80).replace(/^-+|-+$/g, '')
}

/** Gives slugs that nobody has yet. `taken` grows with each one given. */
export function slugGiver(taken: Set<string>, fallback: string): (name: string) => string {
  return (name) => {
    const base = slugFrom(name) || fallback
    let slug = base
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
    taken.add(slug)
    return slug
  }
}
