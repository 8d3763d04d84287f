/**
 * @file Compresses the built files once, and lists them for the server.
 *
 * The list is written last: a folder without it is no finished build. Only listed paths are served.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export const listName = 'files.json'

export interface ListedFile {
  /** Content type. */
  type: string
  /** Entity tag of the plain bytes, without quotes. */
  tag: string
  bytes: number
  /** Sizes of the compressed copies beside it, where they are worth it. */
  br?: number
  gzip?: number
  /** The name changes with the content. */
  immutable: boolean
}

/** Paths within the folder, with `/` between parts. */
export type FileList = Record<string, ListedFile>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.webmanifest'])
const compressedBytesMin = 1024
/** Quality 5 packs the Studio in about a second; 11 would take a minute to save another tenth. */
const brotliQuality = 5
const hashedName = /-[\w-]{8}\.(?:js|mjs|css|woff2|png|webp|svg)$/u

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function pack(path: string): Promise<ListedFile> {
  const bytes = await readFile(path)
  const extension = extname(path)
  const file: ListedFile = {
    type: types[extension] ?? 'application/octet-stream',
    tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    bytes: bytes.length,
    immutable: hashedName.test(path),
  }
  if (!compressible.has(extension) || bytes.length < compressedBytesMin) return file
  const packed = {
    br: await brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gzip: await zip(bytes, { level: 6 }),
  }
  await writeFile(`${path}.br`, packed.br)
  await writeFile(`${path}.gz`, packed.gzip)
  return { ...file, br: packed.br.length, gzip: packed.gzip.length }
}

/** @returns the list it wrote */
export async function packFolder(folder: string): Promise<FileList> {
  const list: FileList = {}
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name)
    if (name === listName || /\.(?:br|gz|map)$/u.test(name) || !(await stat(path)).isFile()) continue
    list[relative(folder, path).split(sep).join('/')] = await pack(path)
  }
  await writeFile(join(folder, listName), JSON.stringify(list))
  return list
}
