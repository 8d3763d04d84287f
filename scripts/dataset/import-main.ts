/**
 * @file `npm run dataset:import -- FILE.tar.gz`: an export's content into the running program, or into the hosted
 * project that `SANITY_*` names. Ends with 1 when a line is faulty; then nothing was written.
 */
import { existsSync, statSync } from 'node:fs'
import { explainFailure } from '../../server/command-line.ts'
import { FaultyArchive, importDataset, type ImportReport } from './import.ts'
import { targetOf } from './target.ts'
import { unpack } from './unpack.ts'

const usage = '用法：npm run dataset:import -- 文件名.tar.gz [--dry-run]'
const FAULTS_SHOWN = 50
const say = (line: string) => process.stdout.write(`${line}\n`)

function sayReport(report: ImportReport, dryRun: boolean): void {
  const { added, changed, unchanged, uploaded, known, passedOver } = report
  say(`${dryRun ? '试算完成，什么都没有写。要做的是：' : '导入完成：'}`)
  say(`  文档：新增 ${added}，更新 ${changed}，未变 ${unchanged}`)
  say(`  图片和文件：上传 ${uploaded}，已有 ${known}`)
  if (passedOver > 0) say(`  发布批次等系统文档 ${passedOver} 份不能导入，已跳过；批次里的版本照样导入了`)
}

async function run(words: readonly string[]): Promise<number> {
  const [file, ...rest] = words.filter((word) => word !== '--dry-run')
  if (file === undefined || rest.length > 0 || file.startsWith('-')) throw new Error(usage)
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`没有这个文件：${file}\n${usage}`)
  const dryRun = words.includes('--dry-run')
  const target = targetOf(process.env)
  say(`把 ${file} 导入${target.name}${dryRun ? '（试算）' : ''}……`)
  const archive = await unpack(file)
  try {
    sayReport(await importDataset(target.access, archive, { dryRun, say }), dryRun)
    return 0
  } catch (error) {
    if (!(error instanceof FaultyArchive)) throw error
    const told = error.faults.slice(0, FAULTS_SHOWN).map(({ line, message }) => `  第 ${line} 行：${message}`)
    const more = error.faults.length - told.length
    if (more > 0) told.push(`  ……还有 ${more} 处`)
    process.stderr.write(`${error.message}：\n${told.join('\n')}\n改好以后再运行一次同样的命令\n`)
    return 1
  } finally {
    await archive.remove()
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
