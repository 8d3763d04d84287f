/** @file Measures what the lake takes on the disk, and what room is left. */
import { statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Documents } from '../store/documents.ts'

const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset'] as const

const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * Assets are counted by their documents: walking the folder would take as long as there are files.
 * @param file name of the database in the folder
 */
export function storageFigures(folder: string, file: string, documents: Documents): Record<string, number> {
  const { bavail, bsize } = statfsSync(folder)
  let assets = 0
  let assetBytes = 0
  for (const type of ASSET_TYPES)
    for (const id of documents.idsOfType(type)) {
      const size = documents.get(id)?.['size']
      assets++
      if (typeof size === 'number') assetBytes += size
    }
  return {
    lake_database_bytes: bytesOf(path.join(folder, file)),
    lake_database_wal_bytes: bytesOf(path.join(folder, `${file}-wal`)),
    lake_assets: assets,
    lake_asset_bytes: assetBytes,
    lake_disk_free_bytes: bavail * bsize,
  }
}
