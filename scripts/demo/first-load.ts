/**
 * @file Loads the demonstration into an empty lake, once.
 *
 * A mark in the data folder stands while it loads, so that a load cut off by a power cut is finished at
 * the next start; a lake in which an editor has begun is left alone.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LakeAccess } from '../../contracts/part.ts'
import { openLake } from './lake.ts'
import { loadDemo } from './load.ts'

async function isEmpty(access: LakeAccess): Promise<boolean> {
  const documents = await openLake(access).fetch<number>('count(*[!(_type match "system.*")][0...1])')
  return documents === 0
}

/** @param dataFolder `PUFA_DATA` @param progress takes one Chinese line at a time */
export async function loadDemoOnce(access: LakeAccess, dataFolder: string, progress: (line: string) => void): Promise<void> {
  const mark = join(dataFolder, 'demo-loading')
  if (!existsSync(mark) && !(await isEmpty(access))) return
  writeFileSync(mark, '', { flush: true })
  await loadDemo(access, progress)
  rmSync(mark)
}
