/**
 * @file Loads the demonstration into an empty lake, once.
 *
 * A mark in the data folder stands while it loads, so that a load cut off by a power cut is finished at
 * the next start; another stands ever after, so that a demonstration that was removed stays away. A lake
 * in which an editor has begun is left alone.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LakeAccess } from '../contracts/part.ts'
import { openLake } from '../server/lake-client.ts'
import { castOf, type Lend } from './cast.ts'
import { readContent } from './content.ts'
import { loadDemo } from './load.ts'

async function isEmpty(access: LakeAccess): Promise<boolean> {
  const documents = await openLake(access).fetch<number>('count(*[!(_type match "system.*")][0...1])')
  return documents === 0
}

export interface SamplePeople<Made> {
  /** @returns those that it made, with their passwords */
  make(): Promise<Made[]>
  /** Null: the lake asks for no approval. */
  lend: Lend | null
}

export interface FirstLoad<Made> {
  /** Null: no accounts are made. */
  people: SamplePeople<Made> | null
  /** Takes one Chinese line at a time. */
  progress(line: string): void
  /** Takes over as approved what was loaded under these ids, where that is asked for; left out: nobody is asked. */
  adopt?(ids: readonly string[]): Promise<unknown> | undefined
}

/**
 * @param dataFolder `PUFA_DATA`
 * @returns accounts made by this call
 */
export async function loadDemoOnce<Made>(
  access: LakeAccess,
  dataFolder: string,
  { people, progress, adopt }: FirstLoad<Made>,
): Promise<Made[]> {
  const loading = join(dataFolder, 'demo-loading')
  const loaded = join(dataFolder, 'demo-loaded')
  if (existsSync(loaded) || (!existsSync(loading) && !(await isEmpty(access)))) return []
  writeFileSync(loading, '', { flush: true })
  const made = people ? await people.make() : []
  const cast = people?.lend ? castOf(access, people.lend) : null
  try {
    await loadDemo(access, progress, cast)
  } finally {
    cast?.end()
  }
  await adopt?.(readContent().flatMap((file) => file.documents.map(({ _id }) => _id)))
  writeFileSync(loaded, '', { flush: true })
  rmSync(loading)
  return made
}
