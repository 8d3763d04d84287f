/**
 * @file `npm run export -- FOLDER [--base /pufa/] [--origin https://…] [--from http://…] [--force]`:
 * the whole site as plain files, for a host that runs no program. See docs/export.md.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { leftovers } from '../../site/export/leftovers.ts'
import type { Copy } from '../../site/export/places.ts'
import { explainFailure } from '../../server/command-line.ts'
import { crawl, type CrawlReport } from './crawl.ts'
import { explainDisk, openCopyFolder, type CopyFolder } from './folder.ts'
import { openSource } from './source.ts'

const usage =
  '用法：npm run export -- 文件夹 [--base /pufa/] [--origin https://网址] [--from http://正在运行的地址] [--force]'
const addressesMaxDefault = 60_000
const shownMax = 20
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Wrong words on the command line. */
class Misused extends Error {}

function settings() {
  const options = {
    base: { type: 'string', default: '/' },
    origin: { type: 'string' },
    from: { type: 'string' },
    max: { type: 'string', default: String(addressesMaxDefault) },
    force: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = (() => {
    try {
      return parseArgs({ options, allowPositionals: true })
    } catch (error) {
      throw new Misused(`看不懂这条命令（${error instanceof Error ? error.message : String(error)}）`)
    }
  })()
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new Misused('请写一个、也只写一个文件夹')
  const base = `/${values.base}/`.replaceAll(/\/+/g, '/')
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base))
    throw new Misused(`--base 要写成 /pufa/ 这样，现在写的是“${values.base}”`)
  const origin = values.origin === undefined ? null : URL.parse(values.origin)
  if (
    values.origin !== undefined &&
    (origin === null || !/^https?:$/.test(origin.protocol) || origin.pathname !== '/')
  )
    throw new Misused('--origin 只写协议和域名，例如 https://pufa.example.gov.cn；后面的路径写在 --base 里')
  if (!/^[1-9]\d{0,6}$/.test(values.max)) throw new Misused('--max 要写成数字')
  return {
    folder,
    base,
    origin: origin?.origin ?? null,
    from: values.from,
    force: values.force,
    addressesMax: Number(values.max),
  }
}

/** @throws Error when something is left that would lead out of the copy */
function check(folder: CopyFolder, copy: Copy, report: CrawlReport): void {
  const left = [...folder.texts()].flatMap(({ file, text }) => leftovers(file, text, copy, report.firsts))
  if (left.length === 0) return
  const shown = left.slice(0, shownMax).map((line) => `  ${line}`)
  throw new Error(`副本里还有${left.length}个地址没有改好，已经放弃，没有写出任何文件：\n${shown.join('\n')}`)
}

function summarise(folder: string, bytes: number, report: CrawlReport, copy: Copy): void {
  say('')
  say(`导出完成：${folder}`)
  say(`  页面 ${report.pages}　图片 ${report.pictures}　其他文件 ${report.others}　短码 ${report.codes}`)
  say(`  共 ${(bytes / 1024 / 1024).toFixed(1)} MB，放到网站的 ${copy.base} 下面`)
  if (copy.origin === null)
    say('  没有写 --origin，所以没有网站地图，订阅里的地址也不带域名。知道网址后加上 --origin 再导出一次')
  if (report.broken.length === 0) return
  say(`  有${report.broken.length}个链接在原网站上就打不开，请编辑改正：`)
  for (const { address, from } of report.broken.slice(0, shownMax)) say(`    ${address}（出现在 ${from}）`)
}

async function run(): Promise<void> {
  const { folder: wanted, base, origin, from, force, addressesMax } = settings()
  const dataFolder = process.env['PUFA_DATA']?.trim() || './data'
  const folder = await openCopyFolder(wanted, { force, keep: ['.', dataFolder] })
  const undo: (() => Promise<void>)[] = [() => folder.giveUp()]
  const giveUp = async () => {
    for (const each of undo.splice(0).toReversed()) await each()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void giveUp().finally(() => process.exit(1)))
  try {
    const source = await openSource(from, dataFolder, say)
    undo.push(() => source.end())
    // The foot of every page says under which host the program believes to stand.
    const home = await (await fetch(`${source.from}/`)).text()
    const sourceOrigin = /本页地址：(https?:\/\/[^/<\s]+)/.exec(home)?.[1] ?? null
    const copy: Copy = { base, origin, sourceOrigin }
    say('正在逐页抄下网站……')
    const report = await crawl({ from: source.from, copy, addressesMax, write: folder.write, say, fetch })
    check(folder, copy, report)
    const bytes = folder.bytes()
    await folder.finish()
    summarise(resolve(wanted), bytes, report, copy)
  } finally {
    await giveUp()
  }
}

try {
  await run()
} catch (error) {
  const words = explainDisk(error) ?? explainFailure(error)
  process.stderr.write(`${words}\n${error instanceof Misused ? `${usage}\n` : ''}`)
  process.exitCode = 1
}
