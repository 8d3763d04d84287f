/**
 * @file A cached page through the whole program, against a bare node:http server that sends the same bytes.
 *
 * Both run as processes of their own and take turns, so that the load of the machine falls on both alike.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Program } from '../../tests/support/program.ts'
import { median, milliseconds, spread, type Bench } from './bench.ts'
import { startPrerendered } from './prerendered.ts'
import { withRestedProgram } from './rested.ts'

const turns = 5
const connections = 20
const secondsPerTurn = 3
const headers = { 'accept-encoding': 'br' }

interface Page {
  headers: Record<string, string>
  body: Buffer
}

interface Figures {
  requestsPerSecond: number[]
  p99Ms: number[]
}

/** The bytes as they go over the wire, compressed. */
function readPage(url: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...rest } = answer.headers
        const plain = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
        resolve({ headers: plain, body: Buffer.concat(chunks) })
      })
    })
      .on('error', reject)
      .end()
  })
}

async function startBare(page: Page): Promise<{ origin: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'pufa-bench-'))
  const file = join(folder, 'page.json')
  writeFileSync(file, JSON.stringify({ headers: page.headers, body: page.body.toString('base64') }))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => reject(new Error('参照用的服务没有启动')))
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}

async function fire(url: string, encoded = true, duration = secondsPerTurn) {
  const { requests, latency, errors, timeouts, non2xx } = await autocannon({
    url,
    connections,
    duration,
    headers: encoded ? headers : { 'accept-encoding': 'identity' },
  })
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${url}：有 ${errors + timeouts + non2xx} 个请求没有得到正常回答`)
  return { average: requests.average, p99: latency.p99 }
}

async function compare(program: Program, say: (line: string) => void) {
  const url = `${program.origin.replace('localhost', '127.0.0.1')}/`
  await readPage(url)
  const page = await readPage(url)
  const bare = await startBare(page)
  const ours: Figures = { requestsPerSecond: [], p99Ms: [] }
  const theirs: Figures = { requestsPerSecond: [], p99Ms: [] }
  try {
    say(`  ${page.body.length} 字节，${connections} 个连接，轮流各 ${turns} 次，每次 ${secondsPerTurn} 秒……`)
    for (const warm of [url, `${bare.origin}/`]) await fire(warm, true, 1)
    for (let turn = 0; turn < turns; turn++)
      for (const [figures, at] of [
        [ours, url],
        [theirs, `${bare.origin}/`],
      ] as const) {
        const { average, p99 } = await fire(at)
        figures.requestsPerSecond.push(average)
        figures.p99Ms.push(p99)
      }
  } finally {
    bare.stop()
  }
  return { ours, theirs }
}

/** The same page, uncompressed since Astro's own server does not compress, prerendered by Astro. */
async function besideAstro(program: Program, say: (line: string) => void) {
  const url = `${program.origin.replace('localhost', '127.0.0.1')}/`
  const html = await (await fetch(url)).text()
  say('  用 Astro 预先生成同一页，做第二个参照……')
  const astro = await startPrerendered(html)
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (const warm of [url, `${astro.origin}/`]) await fire(warm, false, 1)
    for (let turn = 0; turn < turns; turn++) {
      ours.push((await fire(url, false)).average)
      theirs.push((await fire(`${astro.origin}/`, false)).average)
    }
  } finally {
    astro.stop()
  }
  return { ours, theirs }
}

export const siteBench: Bench = {
  name: 'site',
  title: '缓存好的首页，与只会发同样字节的 node:http 服务比',
  async run(say) {
    const [{ ours, theirs }, astro] = await withRestedProgram(
      say,
      async (program) => [await compare(program, say), await besideAstro(program, say)] as const,
    )
    const ratios = (field: keyof Figures, atLeast: number) =>
      ours[field].map(
        (value, turn) => Math.max(atLeast, value) / Math.max(atLeast, theirs[field][turn] ?? NaN),
      )
    return {
      rows: [
        {
          what: '每秒请求数',
          measured: String(Math.round(median(ours.requestsPerSecond))),
          reference: String(Math.round(median(theirs.requestsPerSecond))),
          ratio: spread(ratios('requestsPerSecond', 0)),
          goal: '≥ 0.8',
        },
        {
          what: '第 99 百分位',
          measured: milliseconds(median(ours.p99Ms)),
          reference: milliseconds(median(theirs.p99Ms)),
          ratio: spread(ratios('p99Ms', 1)),
          goal: '≤ 2',
        },
        {
          what: '每秒请求数，与 Astro 预生成比',
          measured: String(Math.round(median(astro.ours))),
          reference: String(Math.round(median(astro.theirs))),
          ratio: spread(astro.ours.map((value, turn) => value / (astro.theirs[turn] ?? NaN))),
        },
      ],
      notes: [
        '两边都是单独的进程，发同样的字节和响应头。比值是相邻两次相比，取中位数，括号里是最小到最大；括号很宽说明机器上还有别的事，结果不可信',
        '延迟精确到 1 毫秒，不足 1 毫秒按 1 毫秒比',
      ],
    }
  },
}
