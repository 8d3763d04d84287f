/** @file What a request of the fuzzer is made of, and how its address is written. */
export type Endpoint =
  'query' | 'mutate' | 'actions' | 'listen' | 'upload' | 'transform' | 'history' | 'other'

export interface FuzzRequest {
  endpoint: Endpoint
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | null
  isAnonymous: boolean
}

/** What stands in the lake already, for requests that must hit something. */
export interface Ground {
  /** Path of a picture, without a search. */
  imagePath: string
  picture: Buffer
}

/** What a maker gives; the rest is added for all alike. */
export type Made = Omit<FuzzRequest, 'endpoint' | 'isAnonymous' | 'headers'> & {
  headers?: Record<string, string>
}

/** `encodeURIComponent` refuses half a surrogate pair. */
export const encoded = (text: string) => encodeURIComponent(Buffer.from(text).toString())

export const search = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
