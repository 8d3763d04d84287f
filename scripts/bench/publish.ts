/**
 * @file From "publish" in the lake's API to the manifest on every connected player, and to the public page.
 *
 * Players here speak the protocol, check the signature and read the manifest; they do not draw.
 */
import { createClient, type SanityClient } from '@sanity/client'
import type { LegalQuestion } from '../../contracts/documents/index.ts'
import type { LakeAccess } from '../../contracts/part.ts'
import { readAccess } from '../../server/command-line.ts'
import { connectPlayer, openManifest, type PlayerSocket } from '../../tests/scheduler/player-socket.ts'
import type { Program } from '../../tests/support/program.ts'
import { median, milliseconds, quantile, type Bench } from './bench.ts'
import { withRestedProgram } from './rested.ts'

const playersCount = 20
const rounds = 15
const betweenRoundsMs = 400
const roundWithinMs = 15_000

interface Player {
  socket: PlayerSocket
  publicKey: string
}

const reference = (id: string) => ({ _type: 'reference', _ref: id })

function clientOf({ apiHost, projectId, dataset, token, useProjectHostname }: LakeAccess): SanityClient {
  const access = { apiHost, projectId, dataset, token, useProjectHostname }
  return createClient({ ...access, apiVersion: '2025-02-19', perspective: 'raw', useCdn: false })
}

/** Screens of their own beside the demonstration's, all showing one question. */
async function addScreens(client: SanityClient, question: LegalQuestion): Promise<string[]> {
  const county = await client.fetch<string>('*[_type == "county"][0]._id')
  const ids = Array.from({ length: playersCount }, (_, at) => `bench-screen-${at}`)
  const screen = (id: string) => ({
    _id: id,
    _type: 'screen',
    title: id,
    address: '测速',
    county: reference(county),
    groups: [{ ...reference('bench-group'), _key: 'g' }],
    ...{ width: 192, height: 96, regionX: 0, regionY: 0, volumePercent: 0 },
  })
  const transaction = client
    .transaction()
    .create({ _id: 'bench-group', _type: 'screenGroup', title: '测速' })
    .create({
      _id: 'bench-playlist',
      _type: 'playlist',
      title: '测速',
      items: [{ _type: 'contentItem', _key: 'q', content: reference(question._id) }],
    })
    .create({
      _id: 'bench-event',
      _type: 'scheduleEvent',
      title: '测速',
      playlist: reference('bench-playlist'),
      targets: [{ _type: 'screenSelector', _key: 't', group: reference('bench-group') }],
      ...{
        timing: 'always',
        dayFilter: 'any',
        priority: 5,
        mode: 'normal',
        level: 'screen',
        mandatory: false,
      },
    })
  for (const id of ids) transaction.create(screen(id))
  await transaction.commit()
  return ids
}

/** The scheduler hears of new screens as of any change. */
async function untilKnown({ origin, demoKey }: Program, screens: readonly string[]): Promise<void> {
  const deadline = performance.now() + roundWithinMs
  for (;;) {
    const answer = await fetch(`${origin}/api/signage/demo-screens?key=${demoKey()}`)
    const known = new Set(((await answer.json()) as { id: string }[]).map(({ id }) => id))
    if (screens.every((screen) => known.has(screen))) return
    if (performance.now() > deadline) throw new Error('排期服务一直没有看到测速用的屏幕')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function connectScreen({ origin, demoKey }: Program, screen: string): Promise<Player> {
  const answer = await fetch(`${origin}/api/signage/demo-pairing`, {
    method: 'POST',
    body: JSON.stringify({ key: demoKey(), screen }),
  })
  if (!answer.ok) throw new Error(`${screen} 没有配上对：${answer.status}`)
  const { token, publicKey } = (await answer.json()) as { token: string; publicKey: string }
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
  const client = clientOf(readAccess({ PUFA_DATA: program.dataFolder }))
  const question = await client.fetch<LegalQuestion>(
    '*[_type == "legalQuestion" && !(_id in path("drafts.**"))][0]',
  )
  const screens = await addScreens(client, question)
  await untilKnown(program, screens)
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
        '目标是按 1000 台播放器定的，这里没有测那么多',
      ],
    }
  },
}
