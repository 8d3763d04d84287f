/**
 * @file `npm run doctor`: says in plain words what is wrong with the data folder and what to do about it.
 *
 * Read-only. Ends with code 1 when something is lost, changed or about to be; hints alone end with 0.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { diagnose } from './doctor.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function run(options: readonly string[]): Promise<number> {
  if (options.length > 0) throw new Error('用法：npm run doctor（不带参数；数据文件夹用 PUFA_DATA 指定）')
  const folder = resolve(process.env['PUFA_DATA']?.trim() || './data')
  if (!existsSync(folder))
    throw new Error(`没有数据文件夹 ${folder}。启动时设过 PUFA_DATA 的，这里也要设成同一个文件夹`)
  const { findings, looked } = await diagnose(folder, { now: () => Date.now() }, say)
  const faults = findings.filter(({ kind }) => kind === 'fault')
  const notes = findings.filter(({ kind }) => kind === 'note')
  for (const [title, list] of [
    ['问题', faults],
    ['提示', notes],
  ] as const)
    for (const { what, remedy } of list) say(`【${title}】${what}\n      怎么办：${remedy}`)
  say(
    `${looked === '' ? '' : `${looked}。`}${faults.length === 0 ? '没有发现问题。' : `发现 ${faults.length} 个问题。`}`,
  )
  return faults.length === 0 ? 0 : 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
