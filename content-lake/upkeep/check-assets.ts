/**
 * @file Whether the file of every asset is there and is what its name says, and which files are nobody's.
 *
 * Read-only. A file is named by the hash of its content, so its own name proves it.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LakeDocument } from '../store/document.ts'
import { fault, note, type Findings } from './finding.ts'

const REPLACE =
  '用原来的图片或影片在编辑台重新上传一次即可补回；手边没有原件的，从备份的 assets/originals 里取'

/** The name of an asset's file in `assets/originals`. */
export const fileNameOf = (asset: LakeDocument): string => path.basename(String(asset['path'] ?? asset._id))

export async function checkAssets(
  parts: {
    /** `PUFA_DATA/assets`. */
    folder: string
    assets: readonly LakeDocument[]
    referred: ReadonlySet<string>
    /** Whether the document is still there: the program may be running beside. */
    isStored: (id: string) => boolean
  },
  findings: Findings,
): Promise<void> {
  const { assets, referred, isStored } = parts
  const originals = path.join(parts.folder, 'originals')
  const known = new Set<string>()
  for (const asset of assets) {
    const name = fileNameOf(asset)
    known.add(name)
    const wrong = await wrongWith(path.join(originals, name), asset)
    if (wrong && isStored(asset._id)) findings.add(wrong)
  }
  const unused = assets.filter(({ _id }) => !referred.has(_id)).length
  if (unused > 0)
    findings.add(note('asset-unreferenced', `有 ${unused} 个图片或文件没有被任何稿件使用`, '不影响使用'))
  for (const name of existsSync(originals) ? readdirSync(originals) : [])
    if (!known.has(name))
      findings.add(
        note(
          'asset-without-document',
          `assets/originals 里的 ${name} 不属于任何稿件`,
          '多半是上传中断留下的，可以留着；要清理先备份再删',
        ),
      )
}

async function wrongWith(file: string, asset: LakeDocument) {
  const name = path.basename(file)
  const title = typeof asset['originalFilename'] === 'string' ? `（${asset['originalFilename']}）` : ''
  if (!existsSync(file)) return fault('asset-missing', `图片或文件 ${name}${title}不见了`, REPLACE)
  const { size } = statSync(file)
  if (size !== asset['size'])
    return fault('asset-damaged', `图片或文件 ${name}${title}的大小不对：${size} 字节`, REPLACE)
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex') === asset['sha1hash']
    ? null
    : fault('asset-damaged', `图片或文件 ${name}${title}的内容变了，与校验值不符`, REPLACE)
}
