/** @file `@sanity/export` and `@sanity/import`, in the very versions that the Studio's own commands use. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { SanityClient } from '@sanity/client'

interface ExportOptions {
  client: SanityClient
  dataset: string
  outputPath: string
  mode?: 'stream' | 'cursor'
  raw?: boolean
}

interface ImportOptions {
  client: SanityClient
  operation: 'create' | 'createOrReplace'
  allowAssetsInDifferentDataset?: boolean
}

interface Tools {
  exportDataset(options: ExportOptions): Promise<{ documentCount: number; assetCount: number }>
  sanityImport(
    source: NodeJS.ReadableStream,
    options: ImportOptions,
  ): Promise<{ numDocs: number; warnings: unknown[] }>
}

export async function sanityTools(): Promise<Tools> {
  const ofCommands = createRequire(createRequire(import.meta.url).resolve('@sanity/cli/package.json'))
  const load = async (name: string) =>
    (await import(pathToFileURL(ofCommands.resolve(name)).href)) as Record<string, unknown>
  const [{ exportDataset }, { sanityImport }] = [await load('@sanity/export'), await load('@sanity/import')]
  return { exportDataset, sanityImport } as Tools
}
