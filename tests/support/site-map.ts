/** @file One address for every kind of page of the site, taken from its own sitemap. */

/** `/questions/wages` and `/questions/divorce` are of one kind. */
function kindOf(path: string): string {
  const [, first = '', second, third] = path.split('/')
  if (second === undefined) return `/${first}`
  return third === undefined ? `/${first}/*` : `/${first}/${second === 'campaigns' ? second : '*'}/*`
}

export async function everyPath(origin: string): Promise<string[]> {
  const text = await (await fetch(`${origin}/sitemap.xml`)).text()
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address, origin).pathname,
  )
}

/** The first address of each kind, with pages that no sitemap lists. */
export async function pageKinds(origin: string): Promise<string[]> {
  const kinds = new Map<string, string>()
  for (const path of await everyPath(origin)) if (!kinds.has(kindOf(path))) kinds.set(kindOf(path), path)
  const unlisted = [
    '/search?q=要工钱',
    '/search?q=没有这样的词',
    '/lawyers?topic=divorce',
    '/no-such-page',
    '/login',
  ]
  return [...kinds.values(), ...unlisted]
}
