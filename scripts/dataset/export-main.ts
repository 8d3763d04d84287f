/**
 * @file `npm run dataset:export -- FILE.tar.gz`: all content of the running program, or of the hosted project that
 * `SANITY_*` names, in one file. Ends with 1 when a picture or file could not be had.
 */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { explainFailure } from '../../server/command-line.ts'
import { exportDataset } from './export.ts'
import { targetOf } from './target.ts'

const usage = '用法：npm run dataset:export -- 文件名.tar.gz [--force]'
const say = (line: string) => process.stdout.write(`${line}\n`)

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words.filter((word) => word !== '--force')
  if (name === undefined || rest.length > 0 || name.startsWith('-') || !/\.(tar\.gz|tgz)$/.test(name))
    throw new Error(usage)
  const file = path.resolve(name)
  if (existsSync(file) && !words.includes('--force'))
    throw new Error(`${name} 已经存在。换一个文件名，或加 --force 覆盖它`)
  if (!existsSync(path.dirname(file))) throw new Error(`没有这个文件夹：${path.dirname(name)}`)
  const target = targetOf(process.env)
  say(`从${target.name}导出……`)
  const { documents, assets, missing } = await exportDataset(target.access, file, new Date(), say)
  const megabytes = (statSync(file).size / 1024 / 1024).toFixed(1)
  say(`导出完成：文档 ${documents} 份，图片和文件 ${assets} 个，共 ${megabytes} MB，写在 ${name}`)
  if (missing.length === 0) return 0
  const told = missing.map(({ id, reason }) => `  ${id}：${reason}`).join('\n')
  process.stderr.write(`有 ${missing.length} 个图片或文件没能导出，用到它们的内容照样导出：\n${told}\n`)
  return 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
