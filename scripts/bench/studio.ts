/**
 * @file The Studio at five thousand documents beside the Studio at the demonstration's few hundred: how soon a
 * list can be used, and whether a key ever waits.
 */
import { rmSync } from 'node:fs'
import { launchBrowser } from '../../tests/support/browser.ts'
import { startProgram } from '../../tests/support/program.ts'
import { median, milliseconds, quantile, spread, type Bench, type Row } from './bench.ts'
import { openDesk, type Desk } from './editing/desk.ts'
import { addedCount, folderOfYears } from './editing/five-thousand.ts'

const opens = 7
const restMs = 20_000
/** What the browser tells of no key at all took less than this. */
const leastMs = 16

interface Measured {
  opened: number[]
  keys: Record<'slogan' | 'legalQuestion', number[]>
}

async function measure(desks: readonly [Desk, Desk]): Promise<[Measured, Measured]> {
  const empty = (): Measured => ({ opened: [], keys: { slogan: [], legalQuestion: [] } })
  const found: [Measured, Measured] = [empty(), empty()]
  for (let time = 0; time < opens; time++)
    for (const at of [0, 1] as const) found[at].opened.push(await desks[at].openList())
  for (const at of [0, 1] as const)
    for (const type of ['slogan', 'legalQuestion'] as const) found[at].keys[type] = await desks[at].type(type)
  return found
}

const longest = (keys: readonly number[]) => Math.max(leastMs, ...keys)

function rowsOf([many, few]: readonly [Measured, Measured]): Row[] {
  const ratios = many.opened.map((one, at) => one / (few.opened[at] ?? one))
  const typing = ([what, type]: readonly [string, 'slogan' | 'legalQuestion']): Row => ({
    what,
    measured: `${milliseconds(longest(many.keys[type]))}（第 95 百分位 ${milliseconds(quantile([leastMs, ...many.keys[type]], 0.95))}）`,
    reference: milliseconds(longest(few.keys[type])),
    ratio: (longest(many.keys[type]) / longest(few.keys[type])).toFixed(2),
    goal: '100 ms',
  })
  return [
    {
      what: '打开编辑台到列表可用（缓存已热），中位数',
      measured: milliseconds(median(many.opened)),
      reference: milliseconds(median(few.opened)),
      ratio: spread(ratios),
      goal: '3000 ms',
    },
    ...(
      [
        ['写标语，最慢的一次按键', 'slogan'],
        ['写问答，最慢的一次按键', 'legalQuestion'],
      ] as const
    ).map(typing),
  ]
}

export const studioBench: Bench = {
  name: 'studio',
  title: `编辑台：多出 ${addedCount} 份内容，和只有演示内容时比`,
  async run(say) {
    say(`  写入 ${addedCount} 份内容……`)
    const dataFolder = await folderOfYears()
    const reviewed = { PUFA_REVIEW: '1' }
    const programs = [await startProgram({ dataFolder, env: reviewed })]
    const browser = await launchBrowser()
    try {
      programs.push(await startProgram({ env: reviewed }))
      const [many, few] = programs
      if (!many || !few) throw new Error('程序没有启动')
      say('  等两边闲下来……')
      await new Promise((resolve) => setTimeout(resolve, restMs))
      const desks = [await openDesk(browser, many), await openDesk(browser, few)] as const
      return {
        rows: rowsOf(await measure(desks)),
        notes: [
          '按键的时间由浏览器自己量：从按下到画面更新（Event Timing）；参照物是只有演示内容的同一个编辑台',
        ],
      }
    } finally {
      await browser.close()
      for (const program of programs) {
        await program.stop()
        program.removeData()
      }
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
}
