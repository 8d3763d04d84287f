/**
 * @file `npm run bench [-- NAME]`: speed, measured against a reference in the same run on the same machine.
 *
 * Ratios carry over to other machines, figures do not; the note on the machine says under what load.
 */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { buildMissing } from '../run/build.ts'
import type { Bench } from './bench.ts'
import { lakeBench } from './lake.ts'
import { lighthouseBench } from './lighthouse.ts'
import { publishBench } from './publish.ts'
import { signageBench } from './signage.ts'
import { siteBench } from './site.ts'
import { studioBench } from './studio.ts'
import { table } from './table.ts'
import { uncachedBench } from './uncached.ts'

const benches: readonly Bench[] = [
  publishBench,
  lakeBench,
  signageBench,
  siteBench,
  uncachedBench,
  studioBench,
  lighthouseBench,
]

const say = (line: string) => process.stdout.write(`${line}\n`)

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  return `${cpus()[0]?.model ?? '未知处理器'}，可用 ${availableParallelism()} 核，内存 ${gigabytes} GB，Node ${process.version}，一分钟负载 ${load}`
}

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name))
  if (unknown !== undefined)
    throw new Error(`没有“${unknown}”这项测量。可用的有：${benches.map(({ name }) => name).join('、')}`)
  await buildMissing(say)
  for (const bench of benches) {
    if (names.length > 0 && !names.includes(bench.name)) continue
    say(`\n${bench.name}：${bench.title}`)
    say(`机器：${machine()}`)
    const { rows, notes } = await bench.run(say)
    for (const line of table(rows)) say(line)
    for (const note of notes) say(`注：${note}`)
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
