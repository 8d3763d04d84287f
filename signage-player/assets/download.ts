/**
 * @file Downloads one asset at a time, and goes on where the line was cut.
 *
 * What came before the cut is kept in memory, of one asset and up to a bound; a server that cannot go on
 * from there sends the whole again. What comes is not believed here: its hash is checked by the keeper.
 */
const answerWithinMs = 15_000
/** The slowest line on which a film still arrives. */
const bytesPerMsMin = 16
const keptBytesMax = 64 * 1024 * 1024

type Chunk = Uint8Array<ArrayBuffer>

interface Cut {
  url: string
  chunks: Chunk[]
  length: number
}

const nothing: Cut = { url: '', chunks: [], length: 0 }

/** @returns what fetches the bytes of a path on this origin; rejects when there are more or fewer */
export function openDownload(): (url: string, bytes: number) => Promise<ArrayBuffer> {
  let cut = nothing

  return async (url, bytes) => {
    const from = cut.url === url && cut.length < bytes ? cut : nothing
    cut = nothing
    const signal = AbortSignal.timeout(answerWithinMs + Math.ceil(bytes / bytesPerMsMin))
    const headers: HeadersInit = from.length > 0 ? { range: `bytes=${from.length}-` } : {}
    const response = await fetch(url, { cache: 'no-store', signal, headers })
    const goesOn =
      response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${from.length}-`)
    const part = goesOn ? from : { url, chunks: [], length: 0 }
    if (!response.ok || !response.body || (response.status === 206 && !goesOn))
      throw new Error(`${url} answered ${response.status}`)
    const reader = response.body.getReader()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        part.chunks.push(value)
        part.length += value.length
        if (part.length > bytes) break
      }
    } catch (error) {
      if (part.length <= keptBytesMax) cut = { ...part, url }
      throw error
    } finally {
      // Nothing more of it is wanted, whether it was read to its end or not.
      reader.cancel().catch(() => undefined)
    }
    if (part.length !== bytes) throw new Error(`${url} has ${part.length} bytes or more, not ${bytes}`)
    return new Blob(part.chunks).arrayBuffer()
  }
}
