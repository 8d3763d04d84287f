/** @file Backups and restores as the tests make them, in folders that go when the test has ended. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { makeBackup } from '../../scripts/backup/backup.ts'
import { restoreBackup } from '../../scripts/restore/restore.ts'
import { newFolder } from './lake-on-port.ts'

export const quiet = () => {}

export function folderForTest(): string {
  const folder = newFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const backUp = (dataFolder: string, target: string, keep: number | null = null, now = new Date()) =>
  makeBackup({ dataFolder, target, keep, now, say: quiet })
export const restore = (backup: string, dataFolder: string) =>
  restoreBackup({ backup, dataFolder, say: quiet })
export const messageOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
export const command = (name: 'backup' | 'restore', words: string[], dataFolder: string) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, `../../scripts/${name}/main.ts`), ...words], {
    encoding: 'utf8',
    env: { ...process.env, PUFA_DATA: dataFolder, NODE_NO_WARNINGS: '1' },
  })
