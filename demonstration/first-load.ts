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

/**
 * @param dataFolder `PUFA_DATA`
 * @param people null: no accounts are made
 * @param progress takes one Chinese line at a time
 * @returns accounts made by this call
 */
export async function loadDemoOnce<Made>(
  access: LakeAccess,
  dataFolder: string,
  people: SamplePeople<Made> | null,
  progress: (line: string) => void,
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
  writeFileSync(loaded, '', { flush: true })
  rmSync(loading)
  return made
}
