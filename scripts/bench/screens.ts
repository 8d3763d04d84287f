/** @file Screens of the measurement's own beside the demonstration's, all showing one document, and their tokens. */
import { createClient, type SanityClient } from '@sanity/client'
import type { LakeAccess } from '../../contracts/part.ts'
import { readAccess } from '../../server/command-line.ts'
import type { Program } from '../../tests/support/program.ts'
import type { CrowdScreen } from './crowd/orders.ts'

const knownWithinMs = 120_000
/** Documents of one transaction. */
const together = 500
const pairedAtOnce = 8

const reference = (id: string) => ({ _type: 'reference', _ref: id })

export function clientOf({ dataFolder }: Program): SanityClient {
  const access: LakeAccess = readAccess({ PUFA_DATA: dataFolder })
  const { apiHost, projectId, dataset, token, useProjectHostname } = access
  return createClient({
    ...{ apiHost, projectId, dataset, token, useProjectHostname },
    ...{ apiVersion: '2025-02-19', perspective: 'raw', useCdn: false },
  })
}

/** A playlist of one document that plays on every screen of the measurement. */
export async function addProgramme(client: SanityClient, content: string): Promise<void> {
  await client
    .transaction()
    .create({ _id: 'bench-group', _type: 'screenGroup', title: '测速' })
    .create({
      _id: 'bench-playlist',
      _type: 'playlist',
      title: '测速',
      items: [{ _type: 'contentItem', _key: 'q', content: reference(content) }],
    })
    .create({
      _id: 'bench-event',
      _type: 'scheduleEvent',
      title: '测速',
      playlist: reference('bench-playlist'),
      targets: [{ _type: 'screenSelector', _key: 't', group: reference('bench-group') }],
      ...{ timing: 'always', dayFilter: 'any', priority: 5, mode: 'normal' },
      ...{ level: 'screen', mandatory: false },
    })
    .commit()
}

/** @returns ids of the screens from number `from` to before `to` */
export async function addScreens(client: SanityClient, from: number, to: number): Promise<string[]> {
  const county = await client.fetch<string>('*[_type == "county"][0]._id')
  const ids = Array.from({ length: to - from }, (_, at) => `bench-screen-${from + at}`)
  for (let at = 0; at < ids.length; at += together) {
    const transaction = client.transaction()
    for (const id of ids.slice(at, at + together))
      transaction.create({
        _id: id,
        _type: 'screen',
        title: id,
        address: '测速',
        county: reference(county),
        groups: [{ ...reference('bench-group'), _key: 'g' }],
        ...{ width: 192, height: 96, regionX: 0, regionY: 0, volumePercent: 0 },
      })
    await transaction.commit({ visibility: 'async' })
  }
  return ids
}

/** The scheduler hears of new screens as of any change. */
async function untilKnown({ origin, demoKey }: Program, screens: readonly string[]): Promise<void> {
  const deadline = performance.now() + knownWithinMs
  for (;;) {
    const answer = await fetch(`${origin}/api/signage/demo-screens?key=${demoKey()}`)
    const known = new Set(((await answer.json()) as { id: string }[]).map(({ id }) => id))
    if (screens.every((screen) => known.has(screen))) return
    if (performance.now() > deadline) throw new Error('排期服务一直没有看到测速用的屏幕')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function pair({ origin, demoKey }: Program, screen: string): Promise<CrowdScreen> {
  const answer = await fetch(`${origin}/api/signage/demo-pairing`, {
    method: 'POST',
    body: JSON.stringify({ key: demoKey(), screen }),
  })
  if (!answer.ok) throw new Error(`${screen} 没有配上对：${answer.status}`)
  const { token, publicKey } = (await answer.json()) as CrowdScreen
  return { screen, token, publicKey }
}

/** Pairs a simulated player with each screen, as visitors of the demonstration do. */
export async function pairAll(program: Program, screens: readonly string[]): Promise<CrowdScreen[]> {
  await untilKnown(program, screens)
  const paired: CrowdScreen[] = []
  for (let at = 0; at < screens.length; at += pairedAtOnce)
    paired.push(...(await Promise.all(screens.slice(at, at + pairedAtOnce).map((id) => pair(program, id)))))
  return paired
}
