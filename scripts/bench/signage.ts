/**
 * @file The push under load: publish to shown on many players, a broadcast held against a bare `ws` loop,
 * the return of all players after a power cut, and what an idle player costs.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import { startProgram, type Program } from '../../tests/support/program.ts'
import { connectPlayer } from '../../tests/scheduler/player-socket.ts'
import { median, milliseconds, quantile, spread, type Bench, type Row } from './bench.ts'
import type { CrowdScreen } from './crowd/orders.ts'
import { steadyMs } from './crowd/player.ts'
import { startCrowd, type Crowd } from './crowd/process.ts'
import { withRestedProgram } from './rested.ts'
import { addProgramme, addScreens, clientOf, pairAll } from './screens.ts'

const few = 1_000
const many = Number(process.env['PUFA_BENCH_PLAYERS'] ?? 10_000)
const fewRounds = 15
const manyRounds = 5
const roundWithinMs = 60_000
const stormWithinMs = 180_000
const idleMs = 120_000
const slogan = 'bench-slogan'
const dayMs = 86_400_000

interface Rig {
  program: Program
  client: SanityClient
  crowd: Crowd
}

let rounds = 0

/** @returns instants at which each player held the checked manifest, after the publish request was sent */
async function publishOnce({ client, crowd }: Rig, players: number): Promise<number[]> {
  const words = `测速第${++rounds}轮`
  const document = { _type: 'slogan', text: words, layout: 'auto', tone: 'plain', topics: [] }
  await client.createOrReplace({ ...document, _id: `drafts.${slogan}` })
  await crowd.ask({ type: 'watch', words })
  const began = steadyMs()
  const hits = crowd.ask({ type: 'hits', count: players, giveUpAt: began + roundWithinMs })
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${slogan}`,
    publishedId: slogan,
  })
  return delays(await hits, began, players)
}

function delays(report: Awaited<ReturnType<Crowd['ask']>>, began: number, players: number): number[] {
  if (report.type !== 'hits' || report.at.length !== players)
    throw new Error(`只有 ${report.type === 'hits' ? report.at.length : 0} 台收到，应有 ${players} 台`)
  return report.at.map((at) => at - began)
}

/** Both frames as a player of the crowd gets them: at its greeting, and when words are published. */
async function captureFrames({ program, client }: Rig, screen: CrowdScreen) {
  const socket = await connectPlayer(program.origin)
  socket.say({ type: 'hello', screen: screen.screen, token: screen.token, revision: 0, version: 'bench' })
  const greeting = JSON.stringify(await socket.next('manifest'))
  const words = `测速第${++rounds}轮`
  await client.createOrReplace({ _id: slogan, _type: 'slogan', text: words, layout: 'auto', tone: 'plain' })
  const frame = JSON.stringify(await socket.next('manifest'))
  socket.close()
  return { greeting, frame, words }
}

interface Bare {
  child: ChildProcess
  crowd: Crowd
  words: string
}

async function startBare(rig: Rig, screens: readonly CrowdScreen[]): Promise<Bare> {
  const [first] = screens
  if (!first) throw new Error('没有屏幕')
  const { greeting, frame, words } = await captureFrames(rig, first)
  const child = fork(join(import.meta.dirname, 'crowd/bare-sockets.ts'))
  const port = await new Promise<number>((resolve) => child.once('message', (at) => resolve(at as number)))
  child.send({ greeting, frame })
  const crowd = await startCrowd()
  await crowd.ask({ type: 'connect', origin: `http://127.0.0.1:${port}`, screens })
  return { child, crowd, words }
}

async function sendBare({ child, crowd, words }: Bare, players: number): Promise<number[]> {
  await crowd.ask({ type: 'watch', words })
  const began = steadyMs()
  const hits = crowd.ask({ type: 'hits', count: players, giveUpAt: began + roundWithinMs })
  child.send({ send: true })
  return delays(await hits, began, players)
}

/** Asks for a page four times a second. @returns how long each answer took; `null` where there was none */
function probe(origin: string): { stop(): number[] } {
  const took: number[] = []
  const timer = setInterval(() => {
    const began = performance.now()
    fetch(`${origin}/healthz`)
      .then((answer) => answer.arrayBuffer())
      .then(
        () => took.push(performance.now() - began),
        () => undefined,
      )
  }, 250)
  return {
    stop() {
      clearInterval(timer)
      return took
    },
  }
}

async function storm(rig: Rig, players: number): Promise<{ rows: Row[]; program: Program }> {
  const { crowd, program: before } = rig
  await before.kill()
  const program = await startProgram({ port: before.port, dataFolder: before.dataFolder })
  const began = steadyMs()
  const asked = probe(program.origin)
  const report = await crowd.ask({ type: 'back', giveUpAt: began + stormWithinMs })
  const took = asked.stop()
  if (report.type !== 'hits' || report.connected < players)
    throw new Error(`${report.type === 'hits' ? report.connected : 0} 台回来了，应有 ${players} 台`)
  const rows = [
    {
      what: `断电后 ${players} 台全部连回（从服务可用起）`,
      measured: milliseconds(Math.max(0, Math.max(...report.at) - began)),
      goal: '60 s',
    },
    { what: '其间网页应答，中位数', measured: milliseconds(median(took)) },
    { what: '其间网页应答，最慢', measured: milliseconds(Math.max(...took)) },
  ]
  return { rows, program }
}

async function measure(program: Program, say: (line: string) => void): Promise<Row[]> {
  const client = clientOf(program)
  const rig: Rig = { program, client, crowd: await startCrowd() }
  await client.create({ _id: slogan, _type: 'slogan', text: '测速', layout: 'auto', tone: 'plain' })
  await addProgramme(client, slogan)
  const first = await pairAll(program, await addScreens(client, 0, few))
  await rig.crowd.ask({ type: 'connect', origin: program.origin, screens: first })
  say(`  ${few} 台模拟播放器已连上，发布 ${fewRounds} 次……`)
  const shown: number[] = []
  for (let round = 0; round < fewRounds; round++) shown.push(...(await publishOnce(rig, few)))
  say('  看两分钟空闲时的流量……')
  const idle = await rig.crowd.ask({ type: 'bytes', forMs: idleMs })
  const rows: Row[] = [
    { what: `发布 → ${few} 台，中位数`, measured: milliseconds(median(shown)), goal: '300 ms' },
    {
      what: `发布 → ${few} 台，第 99 百分位`,
      measured: milliseconds(quantile(shown, 0.99)),
      goal: '1000 ms',
    },
  ]
  if (idle.type === 'bytes')
    rows.push({
      what: '空闲时每台每天的流量（两个方向）',
      measured: `${(((idle.bytes / idle.players) * (dayMs / idleMs)) / 1e6).toFixed(2)} MB`,
    })
  say(`  再加到 ${many} 台……`)
  const more = await pairAll(program, await addScreens(client, few, many))
  await rig.crowd.ask({ type: 'connect', origin: program.origin, screens: more })
  const bare = await startBare(rig, [...first, ...more])
  say(`  ${many} 台都连上了，两边轮流广播 ${manyRounds} 次……`)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < manyRounds; round++) {
    ours.push(Math.max(...(await publishOnce(rig, many))))
    theirs.push(Math.max(...(await sendBare(bare, many))))
  }
  await bare.crowd.end()
  bare.child.kill()
  rows.push({
    what: `发布 → ${many} 台里的最后一台`,
    measured: milliseconds(median(ours)),
    reference: milliseconds(median(theirs)),
    ratio: spread(ours.map((one, at) => one / (theirs[at] ?? NaN))),
    goal: '1.25',
  })
  say('  断电，重启，等全部连回……')
  const back = await storm(rig, many)
  await rig.crowd.end()
  await back.program.stop()
  return [...rows, ...back.rows]
}

export const signageBench: Bench = {
  name: 'signage',
  title: `${few} 台和 ${many} 台模拟播放器`,
  async run(say) {
    const rows = await withRestedProgram(say, (program) => measure(program, say))
    return {
      rows,
      notes: [
        '模拟播放器按真的协议说话：验签名、核对各部分、确认、心跳、轮询、抖动重连；不画画面。都在这台机器上，和服务抢处理器',
        `参照物是只有 ws 和一个循环的服务，向同样多的、做同样检查的播放器发同样大的一帧；${many} 台那一行从发出发布请求算到最后一台验完`,
      ],
    }
  },
}
