/** @file Lighthouse on the kinds of pages that residents open most: phone, throttled, median of five. */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Program } from '../../tests/support/program.ts'
import { findChromium } from '../../tests/support/browser.ts'
import { everyPath } from '../../tests/support/site-map.ts'
import { median, milliseconds, type Bench, type Row } from './bench.ts'
import { withRestedProgram } from './rested.ts'

const times = 5
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Scores {
  path: string
  /** By category, 0–100. */
  scores: Record<string, number[]>
  firstPaintMs: number[]
}

async function pagesToAsk(origin: string): Promise<string[]> {
  const all = await everyPath(origin)
  const firstOf = (pattern: RegExp) => all.find((path) => pattern.test(path)) ?? '/'
  return [
    '/',
    firstOf(/^\/questions\//),
    '/lawyers',
    firstOf(/^\/murals\/(?!campaigns)/),
    firstOf(/^\/villages\//),
  ]
}

async function measure({ origin }: Program, say: (line: string) => void): Promise<Scores[]> {
  const chromePath = findChromium()
  if (chromePath === null) throw new Error('没有找到浏览器。先运行一次 npm test，它会装好')
  const chrome = await launch({ chromePath, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] })
  const found: Scores[] = []
  try {
    for (const path of await pagesToAsk(origin)) {
      const scores: Scores = { path, scores: {}, firstPaintMs: [] }
      for (let time = 0; time < times; time += 1) {
        const result = await lighthouse(origin + path, {
          port: chrome.port,
          onlyCategories: [...categories],
          logLevel: 'silent',
        })
        const report = result?.lhr
        if (!report) throw new Error(`${path} 没有结果`)
        for (const category of categories)
          (scores.scores[category] ??= []).push(Math.round((report.categories[category]?.score ?? 0) * 100))
        scores.firstPaintMs.push(report.audits['first-contentful-paint']?.numericValue ?? 0)
        const counted = Object.values(report.categories).flatMap(({ auditRefs }) =>
          auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => report.audits[id]),
        )
        for (const audit of counted)
          if (audit && audit.score !== null && audit.score < 0.9)
            say(`  ${path} 第${time + 1}次扣分：${audit.title} ${audit.displayValue ?? ''}`)
      }
      found.push(scores)
    }
  } finally {
    chrome.kill()
  }
  return found
}

export const lighthouseBench: Bench = {
  name: 'lighthouse',
  title: '手机上的 Lighthouse，五次取中位数',
  async run(say) {
    const found = await withRestedProgram(say, (program) => measure(program, say))
    const rows: Row[] = found.map(({ path, scores, firstPaintMs }) => ({
      what: path,
      measured: categories.map((category) => median(scores[category] ?? [])).join(' / '),
      reference: milliseconds(median(firstPaintMs)),
      goal: '100 / 100 / 100 / 100',
    }))
    return { rows, notes: ['四项依次是性能、无障碍、最佳做法、检索；“参照物”一栏是首次绘制（模拟慢速手机）'] }
  },
}
