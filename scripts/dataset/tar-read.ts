/**
 * @file Reads a tar archive (ustar, with the long names of pax and GNU) from a stream.
 *
 * Every entry's content is handed out as it comes and must be read, or passed over, before the next one.
 */
const BLOCK = 512
/** Of a record that only names the next entry. */
const NAME_BYTES_MAX = 64 * 1024

export interface TarEntry {
  /** With `/`, as written; not to be trusted. */
  name: string
  size: number
  isFile: boolean
  content(): AsyncGenerator<Buffer>
}

/** @throws Error in Chinese for what is no archive, or one that was cut off */
export async function* tarEntries(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new Reader(source)
  let longName: string | null = null
  for (;;) {
    const block = await bytes.take(BLOCK)
    if (block.length === 0) throw new Error('压缩包不完整：文件可能没有传完')
    if (block.every((byte) => byte === 0)) return
    const { name, size, type } = parseHeader(block)
    const padded = Math.ceil(size / BLOCK) * BLOCK
    if (type === 'x' || type === 'L') {
      if (size > NAME_BYTES_MAX) throw new Error('压缩包里的文件名太长')
      const record = (await bytes.take(padded)).toString('utf8', 0, size)
      longName = type === 'L' ? record.replace(/\0.*$/s, '') : (paxPath(record) ?? longName)
      continue
    }
    let left = size
    async function* content(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const piece = await bytes.some(left)
        left -= piece.length
        yield piece
      }
    }
    const isFile = type === '0' || type === '\0' || type === ''
    yield { name: longName ?? name, size, isFile, content }
    longName = null
    while (left > 0) left -= (await bytes.some(left)).length
    await bytes.take(padded - size)
  }
}

function parseHeader(block: Buffer): { name: string; size: number; type: string } {
  const text = (at: number, length: number) => block.toString('utf8', at, at + length).replace(/\0.*$/s, '')
  const sum = Number.parseInt(text(148, 8).trim(), 8)
  const found = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (block.length < BLOCK || sum !== found) throw new Error('这不是完好的 tar 压缩包：文件可能没有传完')
  const folder = text(257, 5) === 'ustar' ? text(345, 155) : ''
  // GNU writes sizes beyond 8 GiB in binary.
  const isBinary = ((block[124] ?? 0) & 0x80) !== 0
  const size = isBinary ? Number(block.readBigUInt64BE(128)) : Number.parseInt(text(124, 12).trim() || '0', 8)
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('这不是完好的 tar 压缩包')
  return { name: folder ? `${folder}/${text(0, 100)}` : text(0, 100), size, type: text(156, 1) }
}

/** `27 path=…` */
const paxPath = (record: string) => /(?:^|\n)\d+ path=([^\n]*)\n/.exec(record)?.[1] ?? null

/** Bytes of a stream by number instead of by chunk. */
class Reader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** So many, or fewer where nothing at all is left; a stream that ends in between was cut off. */
  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let left = length; left > 0;) {
      if (!(await this.#fill())) {
        if (left === length) return Buffer.alloc(0)
        throw new Error('压缩包不完整：文件可能没有传完')
      }
      const piece = this.#cut(left)
      pieces.push(piece)
      left -= piece.length
    }
    return Buffer.concat(pieces)
  }

  /** At least one and at most so many. */
  async some(most: number): Promise<Buffer> {
    if (!(await this.#fill())) throw new Error('压缩包不完整：文件可能没有传完')
    return this.#cut(most)
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next()
      if (next.done === true) return false
      this.#rest = next.value
    }
    return true
  }

  #cut(most: number): Buffer {
    const piece = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(piece.length)
    return piece
  }
}
