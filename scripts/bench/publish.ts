/**
 * @file From "publish" in the lake's API to the manifest on every connected player, and to the public page.
 *
 * Players here speak the protocol, check the signature and read the manifest; they do not draw.
 */
import type { LegalQuestion } from '../../contracts/documents/index.ts'
import { connectPlayer, openManifest, type PlayerSocket } from '../../tests/scheduler/player-socket.ts'
import type { Program } from '../../tests/support/program.ts'
import { median, milliseconds, quantile, type Bench } from './bench.ts'
import type { CrowdScreen } from './crowd/orders.ts'
import { withRestedProgram } from './rested.ts'
import { addProgramme, addScreens, clientOf, pairAll } from './screens.ts'

const playersCount = 20
const rounds = 15
const betweenRoundsMs = 400
const roundWithinMs = 15_000

interface Player {
  socket: PlayerSocket
  publicKey: string
}

async function connectScreen(
  { origin }: Program,
  { screen, token, publicKey }: CrowdScreen,
): Promise<Player> {
  const socket = await connectPlayer(origin)
  socket.say({ type: 'hello', screen, token, revision: 0, version: 'bench' })
  await openManifest(publicKey, await socket.next('manifest'))
  return { socket, publicKey }
}

/** Milliseconds from `began` until this player holds a checked manifest with these words. */
async function shownAfter({ socket, publicKey }: Player, words: string, began: number): Promise<number> {
  for (;;) {
    const manifest = await openManifest(publicKey, await socket.next('manifest'))
    if (manifest.schedule.items.some(({ title }) => title === words)) return performance.now() - began
  }
}

async function readAfter(url: string, words: string, began: number): Promise<number> {
  while (performance.now() - began < roundWithinMs) {
    if ((await (await fetch(url)).text()).includes(words)) return performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error(`页面上一直没有出现“${words}”：${url}`)
}

async function measure(program: Program, say: (line: string) => void) {
  const client = clientOf(program)
  const question = await client.fetch<LegalQuestion>(
    '*[_type == "legalQuestion" && !(_id in path("drafts.**"))][0]',
  )
  await addProgramme(client, question._id)
  const screens = await pairAll(program, await addScreens(client, 0, playersCount))
  const players = await Promise.all(screens.map((screen) => connectScreen(program, screen)))
  const page = `${program.origin}/questions/${question.slug.current}`
  const onPlayers: number[] = []
  const onPage: number[] = []
  say(`  ${players.length} 台播放器已连上，发布 ${rounds} 次……`)
  for (let round = 1; round <= rounds; round++) {
    const title = `测速第 ${round} 次发布的问题`
    const draftId = `drafts.${question._id}`
    const { _rev, _createdAt, _updatedAt, ...content } = question
    await client.createOrReplace({ ...content, _id: draftId, title })
    await (await fetch(page)).text()
    const began = performance.now()
    const shown = players.map((player) => shownAfter(player, title, began))
    const read = readAfter(page, title, began)
    await client.action({ actionType: 'sanity.action.document.publish', draftId, publishedId: question._id })
    onPlayers.push(...(await Promise.all(shown)))
    onPage.push(await read)
    await new Promise((resolve) => setTimeout(resolve, betweenRoundsMs))
  }
  for (const { socket } of players) socket.close()
  return { onPlayers, onPage }
}

export const publishBench: Bench = {
  name: 'publish',
  title: `从发布到 ${playersCount} 台播放器和公众网页`,
  async run(say) {
    const { onPlayers, onPage } = await withRestedProgram(say, (program) => measure(program, say))
    return {
      rows: [
        { what: '发布 → 播放器，中位数', measured: milliseconds(median(onPlayers)), goal: '300 ms' },
        {
          what: '发布 → 播放器，第 99 百分位',
          measured: milliseconds(quantile(onPlayers, 0.99)),
          goal: '1000 ms',
        },
        { what: '发布 → 网页，中位数', measured: milliseconds(median(onPage)) },
        { what: '发布 → 网页，最慢一次', measured: milliseconds(Math.max(...onPage)) },
      ],
      notes: [
        `${playersCount} 台播放器，发布 ${rounds} 次，从发出发布请求算起。播放器收到清单、验过签名、读出内容就算到，不含画到屏上的时间`,
        '目标是按 1000 台播放器定的；那么多台由 npm run bench signage 测',
      ],
    }
  },
}
