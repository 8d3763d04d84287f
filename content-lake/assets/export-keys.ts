/**
 * @file Addresses under which an export's files can be fetched for a day, whole and unveiled.
 *
 * `@sanity/export` fetches files without its token from any host but Sanity's own. Whoever may export may
 * read every file anyway, so each file's address in an export carries a signature for that one file. The
 * key lives as long as the process: an export begun before a restart must begin again.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../contracts/part.ts'
import { NEUTRAL_ORIGIN } from '../http/asset-address.ts'

const LIFE_MS = 24 * 3600_000
const ADDRESS = new RegExp(`"url":"${NEUTRAL_ORIGIN}/(?:images|files)/[^"?]*/([^"/?]+)(?=")`, 'g')

export const KEY_NAME = 'export-key'

export class ExportKeys {
  readonly #secret: string
  readonly #clock: Clock

  constructor(secret: string, clock: Clock) {
    this.#secret = secret
    this.#clock = clock
  }

  /** @param json of documents, with neutral addresses */
  signed(json: string): string {
    const until = this.#clock.now() + LIFE_MS
    return json.replace(ADDRESS, (address, file: string) => {
      return `${address}?${KEY_NAME}=${until}.${this.#signature(file, until)}`
    })
  }

  opens(file: string, key: string | null): boolean {
    const [, until, signature] = /^(\d{1,15})\.([\w-]{43})$/.exec(key ?? '') ?? []
    if (until === undefined || signature === undefined || Number(until) < this.#clock.now()) return false
    return timingSafeEqual(Buffer.from(signature), Buffer.from(this.#signature(file, Number(until))))
  }

  #signature(file: string, until: number): string {
    return createHmac('sha256', this.#secret).update(`${file} ${until}`).digest('base64url')
  }
}
