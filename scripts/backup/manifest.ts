/**
 * @file The list of what a backup holds, `manifest.json`. It is written last: a folder without it is none.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

export const manifestName = 'manifest.json'

/** Inside the folder, `/` between names; never out of it. */
const path = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((text) => !text.startsWith('/') && !text.includes('\\') && !/[\0:]/.test(text)),
  v.check((text) => text.split('/').every((name) => name !== '' && name !== '.' && name !== '..')),
)
const manifestShape = v.object({
  format: v.literal(1),
  /** ISO 8601, UTC. */
  madeAt: v.string(),
  /** Of the lake's last transaction in it; null where the bureau's lake is a hosted one. */
  seq: v.nullable(v.number()),
  files: v.array(
    v.object({ path, bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  ),
})

export type BackupManifest = v.InferOutput<typeof manifestShape>
export type BackedUpFile = BackupManifest['files'][number]

/** @throws Error in Chinese when the folder is no backup or not a whole one */
export function readManifest(folder: string): BackupManifest {
  try {
    return v.parse(manifestShape, JSON.parse(readFileSync(join(folder, manifestName), 'utf8')))
  } catch (cause) {
    throw new Error(
      `${folder} 不是一份完整的备份（${manifestName} 读不出来）。请指定 npm run backup 生成的 pufa-日期-时间 文件夹`,
      { cause },
    )
  }
}
