/**
 * @file Where each address of the site stands in a copy made of plain files. Pure.
 *
 * A page becomes a folder with an `index.html`; a query becomes folders too (`?topic=wages` →
 * `topic/wages/`), since plain files have none; a picture becomes one file for each size. What only a
 * program can answer has no place: `placeOf` gives null and links to it lose their address.
 */

export interface Copy {
  /** Folder of the copy on its host, with a slash at both ends. */
  base: string
  /** Public address of the host that the copy will stand on; null where nobody has said. */
  origin: string | null
  /** Public address that the copied pages themselves use; null where they use none. */
  sourceOrigin: string | null
}

export interface Place {
  kind: 'page' | 'file' | 'picture'
  /** Address to ask the source for, from the root, without fragment. */
  source: string
  /** The same place in the copy, from its base on; empty for the home page. */
  path: string
}

/**
 * What only a program can answer: the desk, the screens, choices and reports. Signs and posters to print are
 * left out too, since their codes lead to the program; the codes themselves are made apart.
 */
const programs =
  /^\/(?:studio|static|login|logout|accounts?|player|api|large-text|report|choose|codes|share|thanks|counts|socket|healthz|metrics|s|v1|vX|v\d{4}-\d{2}-\d{2})(?:\/|$)|\/signs$/
const file =
  /\.(?:css|js|svg|png|webp|jpe?g|gif|ico|json|csv|xml|txt|mp4|webm|mp3|m4a|wav|vtt|pdf|ics|webmanifest)$/i
const picture = /^\/images\/[\w/-]+\/([\w-]+)\.(\w+)$/
/** The parameters by which pages differ; any other makes no page of its own. */
const parameters = ['article', 'audience', 'category', 'county', 'kind', 'office', 'page', 'topic']

/** The page that searches on the phone stands where the program's own search stood. */
export const searchPage = { at: '/search', source: '/offline/search' } as const

/** @param address from the root: path, query, fragment */
export function placeOf(address: string): Place | null {
  const url = URL.parse(address, 'http://site.invalid')
  if (url === null || url.host !== 'site.invalid' || programs.test(url.pathname)) return null
  const pathname = url.pathname.replace(/(.)\/+$/, '$1')
  const [, name = '', extension = ''] = picture.exec(pathname) ?? []
  if (name !== '') return picturePlace(pathname, url.searchParams, name, extension)
  if (file.test(pathname)) return { kind: 'file', source: pathname, path: pathname.slice(1) }
  if (pathname === searchPage.at) return { kind: 'page', source: searchPage.source, path: 'search/' }
  const query = parameters.flatMap((parameter) => {
    const value = url.searchParams.get(parameter)?.trim()
    return value ? [[parameter, value] as const] : []
  })
  const folders = query.map(([parameter, value]) => `${parameter}/${segment(value)}/`).join('')
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query.map(([n, v]) => [n, v])).toString()}`
  const own = pathname === '/' ? '' : `${pathname.slice(1)}/`
  return { kind: 'page', source: pathname + search, path: own + folders }
}

/** A value as one folder, whatever it holds. */
const segment = (value: string) => encodeURIComponent(value.replaceAll(/[/\\]|^\.+/g, '-'))

/** The sizes of one picture stand side by side; a crop is told by a short sum of its numbers. */
function picturePlace(pathname: string, query: URLSearchParams, name: string, extension: string): Place {
  const asIs = query.size === 0 || /^(?:svg|gif)$/i.test(extension)
  if (asIs) return { kind: 'picture', source: pathname, path: `pictures/${name}.${extension}` }
  const crop = query.get('rect')
  const cropMark = crop === null ? '' : `-${crop.replaceAll(/[^\d]+/g, 'x')}`
  // Asked for with `Accept: image/webp`, a picture made to measure comes as WebP.
  const type = query.get('auto') === 'format' ? 'webp' : extension
  return {
    kind: 'picture',
    source: `${pathname}?${query.toString().replaceAll('%2C', ',')}`,
    path: `pictures/${name}${cropMark}-${query.get('w') ?? 'full'}.${type}`,
  }
}

/** The file that holds a place, below the folder of the copy. */
export function fileOf({ kind, path }: Place): string {
  const named = kind === 'page' ? `${path}index.html` : path
  return decodeURIComponent(named)
}

/** An address of the site from its root, where this one leads into the site; null where it leads elsewhere. */
export function ownAddress(address: string, { sourceOrigin }: Copy): string | null {
  if (address.startsWith('/') && !address.startsWith('//')) return address
  if (sourceOrigin === null || !address.startsWith(sourceOrigin)) return null
  const rest = address.slice(sourceOrigin.length)
  return rest === '' ? '/' : rest.startsWith('/') ? rest : null
}

/** The address in the copy. Absolute where the original was and the new host is known. */
export function hrefOf(place: Place, address: string, copy: Copy): string {
  const fragment = /#.*$/.exec(address)?.[0] ?? ''
  const isAbsolute = !address.startsWith('/')
  return (isAbsolute && copy.origin !== null ? copy.origin : '') + copy.base + place.path + fragment
}
