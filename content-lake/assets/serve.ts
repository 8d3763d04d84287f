/**
 * @file Answers `/images/…` and `/files/…`: whole files, byte ranges, and pictures made to measure.
 *
 * An asset is open to all when a published document refers to it, else to those who are signed in. Its name
 * holds the hash of its content, so a browser may keep it for ever. Who is not signed in gets no file without
 * its veil (veil/veils.ts), and no cache on the way may keep what a signed-in reader got. Every answer is
 * sandboxed: whatever was uploaded can run nothing.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Exchange, Reply } from '../http/exchange.ts'
import { Gate } from '../gate.ts'
import type { Documents } from '../store/documents.ts'
import { ANONYMOUS_PARTY } from '../access/party.ts'
import { readsAsset } from '../access/rights.ts'
import { partyOf } from '../accounts/caller.ts'
import { assetIdOf } from './asset-document.ts'
import type { DiskCache } from './disk-cache.ts'
import { KEY_NAME, type ExportKeys } from './export-keys.ts'
import { sendBuffer, sendFile } from './send.ts'
import { FORMAT_TYPES, transformImage } from './transform.ts'
import { asksForTransform, FORMATS, parseTransform } from './transform-params.ts'
import { originalsFolder } from './upload.ts'
import type { Patch } from './veil/patch.ts'
import { Veils } from './veil/veils.ts'

const TRANSFORMS_RUNNING_MAX = 2
const TRANSFORMS_WAITING_MAX = 200
const SHOWN_INLINE = /^(image|video|audio|text\/(plain|vtt)|font|application\/pdf)/

export interface AssetSource {
  folder: string
  projectId: string
  dataset: string
  documents: Documents
  cache: DiskCache
  exportKeys: ExportKeys
  /** True where pages of other origins show our pictures, as a hosted project's do. */
  servesOthers: boolean
}

export function createAssetServer(source: AssetSource): (exchange: Exchange) => Promise<Reply> {
  const gate = new Gate(TRANSFORMS_RUNNING_MAX, TRANSFORMS_WAITING_MAX)
  const veils = new Veils()
  return async (exchange) => {
    const { params, query, caller, request } = exchange
    const isOurs = params['project'] === source.projectId && params['dataset'] === source.dataset
    const assetId = isOurs ? assetIdOf(params['file'] ?? '') : null
    const document = assetId === null ? undefined : source.documents.get(assetId)
    const isOpen = assetId !== null && readsAsset(source.documents, ANONYMOUS_PARTY, assetId)
    const isExport = source.exportKeys.opens(params['file'] ?? '', query.get(KEY_NAME))
    const isAnonymous = caller.kind === 'anonymous' && !isExport
    const mayRead = isExport || (assetId !== null && readsAsset(source.documents, partyOf(caller), assetId))
    if (!document || !mayRead) throw failLake('lake.asset-missing')
    // An id could be made of it, so it names a file of ours and no folder.
    const fileName = params['file'] ?? ''
    const file = path.join(originalsFolder(source.folder), fileName)
    const original = FORMATS.find((format) => fileName.endsWith(`.${format}`))
    const isMade = original && assetId?.startsWith('image-') && asksForTransform(query)
    const isForAll = isOpen && (isAnonymous || isMade)
    const headers: Record<string, string> = {
      'cache-control': isForAll ? 'public, max-age=31536000, immutable' : 'private, max-age=3600',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': source.servesOthers ? 'cross-origin' : 'same-origin',
      ...disposition(query, document, fileName),
    }
    if (!isMade) {
      const veil = isAnonymous ? await veilOf(veils, file) : []
      return sendFile(exchange, file, { ...headers, 'content-type': contentType(document['mimeType']) }, veil)
    }
    const transform = parseTransform(query, original, String(request.headers.accept ?? ''))
    const key = `${fileName} ${JSON.stringify(transform)}`
    const content = await source.cache.get(key, () =>
      gate.pass(
        () => transformImage(file, transform),
        () => failLake('lake.image-queue-full'),
      ),
    )
    if (query.get('auto') === 'format') headers['vary'] = source.servesOthers ? 'Accept, Origin' : 'Accept'
    const etag = `"${createHash('sha1').update(key).digest('hex')}"`
    return sendBuffer(exchange, content, { ...headers, 'content-type': FORMAT_TYPES[transform.format] }, etag)
  }
}

async function veilOf(veils: Veils, file: string): Promise<readonly Patch[]> {
  try {
    return await veils.of(file)
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw failLake(isGone ? 'lake.asset-missing' : 'lake.image-failed', {}, error)
  }
}

const contentType = (mimeType: unknown) =>
  String(mimeType).startsWith('text/') ? `${String(mimeType)}; charset=utf-8` : String(mimeType)

/** `dl` asks for a download; what a browser does not show safely is always one. */
function disposition(
  query: URLSearchParams,
  document: Record<string, unknown>,
  fileName: string,
): Record<string, string> {
  const isInline = SHOWN_INLINE.test(String(document['mimeType'])) && !query.has('dl')
  if (isInline) return {}
  const original = typeof document['originalFilename'] === 'string' ? document['originalFilename'] : fileName
  const name = query.get('dl') || original
  return {
    'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${encodeName(name)}`,
  }
}

/** A name cut inside a character has no place in an address; the character goes. */
const encodeName = (name: string) =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '')).replace(/['()*]/g, '_')
