/**
 * @file Byte ranges of a cached asset, as a film element asks for them.
 *
 * Pure: RFC 9110 §14, one range only; what cannot be understood is answered with the whole.
 */
export interface ByteSpan {
  /** Both inclusive. */
  first: number
  last: number
}

/** @returns `null` for the whole, `'unsatisfiable'` where the range begins after the end */
export function parseRange(header: string | null, bytes: number): ByteSpan | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return null
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return null
  if (from === '') {
    const length = Number(to)
    return length === 0 || bytes === 0
      ? 'unsatisfiable'
      : { first: Math.max(0, bytes - length), last: bytes - 1 }
  }
  const first = Number(from)
  if (first >= bytes) return 'unsatisfiable'
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return last < first ? null : { first, last }
}

/** The answer to a request for an asset that is at hand. */
export async function slice(stored: Response, rangeHeader: string | null): Promise<Response> {
  const blob = await stored.blob()
  const type = stored.headers.get('content-type') ?? 'application/octet-stream'
  const span = parseRange(rangeHeader, blob.size)
  const common = { 'accept-ranges': 'bytes', 'content-type': type }
  if (span === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...common, 'content-range': `bytes */${blob.size}` },
    })
  if (!span) return new Response(blob, { headers: { ...common, 'content-length': String(blob.size) } })
  const part = blob.slice(span.first, span.last + 1, type)
  const range = `bytes ${span.first}-${span.last}/${blob.size}`
  return new Response(part, {
    status: 206,
    headers: { ...common, 'content-range': range, 'content-length': String(part.size) },
  })
}
