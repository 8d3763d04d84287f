/** @file docs/errors.md from the registries: `node scripts/docs/write.ts` writes it, a test compares it. */
import { hostedErrors } from '../../contracts/errors/hosted.ts'
import { lakeErrors } from '../../contracts/errors/lake.ts'
import type { ErrorEntry } from '../../contracts/errors/registry.ts'
import { signageErrors } from '../../contracts/errors/signage.ts'
import { siteErrors } from '../../contracts/errors/site.ts'
import { startErrors } from '../../contracts/errors/start.ts'

export const registries: readonly { title: string; entries: Readonly<Record<string, ErrorEntry>> }[] = [
  { title: '启动', entries: startErrors },
  { title: '内容库', entries: lakeErrors },
  { title: '托管项目的审核', entries: hostedErrors },
  { title: '公众网站', entries: siteErrors },
  { title: '屏幕', entries: signageErrors },
]

function table(entries: Readonly<Record<string, ErrorEntry>>): string {
  const rows = Object.entries(entries).map(
    ([code, { status, message, remedy }]) => `| \`${code}\` | ${status} | ${message} | ${remedy} |`,
  )
  return ['| 编号 | 状态 | 发生了什么 | 怎么办 |', '|---|---|---|---|', ...rows].join('\n')
}

export function errorsPage(): string {
  const sections = registries.map(({ title, entries }) => `## ${title}\n\n${table(entries)}\n`)
  return `# 错误表\n\n每个错误有一个编号、一句话说明和一个办法。日志和接口里写的是编号。\n\n${sections.join('\n')}`
}
