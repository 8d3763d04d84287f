/**
 * @file `/data/export/:dataset`: every document as NDJSON, for `@sanity/export` and `npm run dataset:export`.
 *
 * One moment's documents, however long the reader takes: what is stored is replaced and never changed, so
 * the list made at the start stays what it was. `types` names the types wanted. There is one answer and no
 * cursor, which the cursor mode of `@sanity/export` takes for the last page.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { readsOf } from '../access/rights.ts'
import { partyOf } from '../accounts/caller.ts'
import type { ExportKeys } from '../assets/export-keys.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import { withAssetAddresses } from './asset-address.ts'
import { TAKEN, type Exchange, type Reply } from './exchange.ts'
import { readText } from './read.ts'
import type { Route } from './router.ts'

const PIECE_CHARACTERS = 256 * 1024

export function exportRoutes(documents: Documents, keys: ExportKeys, dataset: string): Route[] {
  const exportAll = async (exchange: Exchange): Promise<Reply> => {
    if (exchange.params['dataset'] !== dataset) throw failLake('lake.unknown-dataset')
    const types = readText(exchange.query, 'types')?.split(',') ?? null
    const mayRead = readsOf(documents, partyOf(exchange.caller))
    const found = [...documents.ids()]
      .flatMap((id) => documents.get(id) ?? [])
      .filter((document) => (types === null || types.includes(document._type)) && mayRead(document))
    await writeAll(exchange, found, keys)
    return TAKEN
  }
  return [['GET', 'data/export/:dataset', 'signed-in', exportAll]]
}

/** Waits for the reader between pieces. */
async function writeAll(
  { response, origin, method }: Exchange,
  documents: readonly LakeDocument[],
  keys: ExportKeys,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  const write = (piece: string) =>
    response.write(withAssetAddresses(keys.signed(piece), origin)) || drained(response)
  let piece = ''
  for (const document of method === 'HEAD' ? [] : documents) {
    if (response.destroyed) return
    piece += `${JSON.stringify(document)}\n`
    if (piece.length < PIECE_CHARACTERS) continue
    await write(piece)
    piece = ''
  }
  if (piece !== '') await write(piece)
  response.end()
}

function drained(response: Exchange['response']): Promise<void> {
  return new Promise((go) => {
    const end = () => {
      response.off('drain', end)
      response.off('close', end)
      go()
    }
    response.once('drain', end)
    response.once('close', end)
  })
}
