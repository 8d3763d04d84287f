/**
 * @file `npm run import:laws -- FOLDER`: the texts of statutes, from a folder of Markdown files into a running
 * program, found as `server/command-line.ts` says. Ends with 1 when any file was malformed.
 */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { explainFailure, readAccess } from '../../server/command-line.ts'
import { collect, type CollectedLaw } from './collect.ts'
import type { LawIdentity } from './documents.ts'
import type { Problem } from './parse.ts'
import type { Counts } from './plan.ts'
import { importLaws } from './write.ts'

const usage = '用法：npm run import:laws -- 文件夹'

const say = (line: string) => process.stdout.write(`${line}\n`)

const countsText = ({ created, changed, unchanged, removed }: Counts) =>
  `新增 ${created}，更新 ${changed}，未变 ${unchanged}，删除 ${removed}`

function sayLaw(law: CollectedLaw, { slug }: LawIdentity, counts: Counts): void {
  const editions = law.editions.map(({ title, effectiveFrom, articles }) => {
    const since = effectiveFrom === null ? '施行日期未知' : `${effectiveFrom} 起施行`
    return `${title}，${articles.length} 条，${since}`
  })
  say(`《${law.title}》 /laws/${slug} ：${editions.join('；')}。${countsText(counts)}`)
}

const problemText = ({ file, line, message }: Problem) =>
  `  ${file}${line > 0 ? ` 第 ${line} 行` : ''}：${message}`

async function run([folder, ...rest]: readonly string[]): Promise<number> {
  if (folder === undefined || rest.length > 0) throw new Error(usage)
  const root = path.resolve(folder)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new Error(`没有这个文件夹：${folder}\n${usage}`)
  const access = readAccess(process.env)
  const { laws, problems, ignored } = collect(root)
  if (ignored.length > 0) say(`不是法律文本，已跳过：${ignored.join('、')}`)
  if (laws.length === 0 && problems.length === 0)
    throw new Error(`文件夹里没有法律文本（.md 文件）：${folder}`)
  const total = await importLaws(access, laws, sayLaw)
  say(`共 ${laws.length} 部法律。文档：${countsText(total)}`)
  if (problems.length === 0) return 0
  const files = new Set(problems.map(({ file }) => file)).size
  process.stderr.write(
    `${files} 个文件有问题，它们所属的法律没有导入：\n${problems.map(problemText).join('\n')}\n`,
  )
  return 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
