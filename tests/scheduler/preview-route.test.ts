/** @file POST preview: a draft as screens would show it, for whoever is signed in, compiled as it would be published. */
import { describe, expect, test } from 'vitest'
import type { PreviewAnswer } from '../../contracts/preview.ts'
import { previewAllowance } from '../../scheduler/preview/allowance.ts'
import { twoHalves } from '../content-lake/picture.ts'
import { until } from './clock.ts'
import { openManifest } from './player-socket.ts'
import { notice, playlist, screen, signagePicture, slogan } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'
import { json, town } from './town.ts'

const draft = (text: string) => ({ ...slogan('drafts.slogan-1', text) })
const far = screen('screen-far', { width: 96, height: 48, pitchMm: 4, viewingDistanceM: 60 })

test('a stranger is told nothing, an editor without rights over screens may look', async () => {
  const at = await startScheduler(town())
  const body = { document: draft('有法可依') }
  expect((await at.post('preview', body, null)).status).toBe(401)
  const editor = at.lake.lake.issueServiceToken('editor', 'editor', null)
  expect((await at.post('preview', body, editor)).status).toBe(200)
})

test('the item is the one that the manifest carries once the draft is published', async () => {
  const at = await startScheduler(town())
  const words = '先问律师，再签合同'
  const asked = await json<PreviewAnswer>(
    at.post('preview', { document: { ...draft(words), _id: 'drafts.slogan-2' }, sign: 'screen-2' }),
  )
  await at.lake.client.createOrReplace(slogan('slogan-2', words))
  await until('the slogan to be published', async () =>
    (await (await at.ask('resolve?screen=screen-2')).text()).includes(words),
  )
  const { player, publicKey } = await at.playing('screen-2')
  const last = player.heard.findLast((message) => message.type === 'manifest')
  const manifest = last?.type === 'manifest' ? await openManifest(publicKey, last) : null
  const [shown] = asked.show?.items ?? []
  expect(shown?.item).toEqual(manifest?.schedule.items.find(({ id }) => id === 'slogan-2'))
  expect(asked.show?.screen).toEqual(manifest?.screen)
  const entry = manifest?.schedule.playlists.flatMap(({ entries }) => entries)
  expect(shown?.seconds).toBe(entry?.find(({ item }) => item === 'slogan-2')?.seconds)
})

test('what is sent is looked at and kept nowhere', async () => {
  const at = await startScheduler(town())
  await json<PreviewAnswer>(at.post('preview', { document: draft('只是看看') }))
  const { player, publicKey } = await at.playing('screen-1')
  const held = player.heard.findLast((message) => message.type === 'manifest')
  const manifest = held?.type === 'manifest' ? await openManifest(publicKey, held) : null
  expect(JSON.stringify(manifest)).not.toContain('只是看看')
})

test('signs are the screens that are alike, taken together, then the common sizes', async () => {
  const at = await startScheduler([...town(), far])
  const { signs } = await json<PreviewAnswer>(at.post('preview', { document: draft('普法') }))
  expect(signs.slice(0, 2)).toMatchObject([
    { key: 'screen-1', count: 2, titles: ['屏 screen-1', '屏 screen-2'] },
    { key: 'screen-far', count: 1, pitchMm: 4, viewingDistanceM: 60 },
  ])
  expect(signs.slice(2).map(({ key }) => key)).toEqual([
    '96x48',
    '192x96',
    '320x160',
    '384x192',
    '1920x1080',
    '192x384',
    '512x64',
  ])
})

test('who keeps to a county is shown the screens of that county only', async () => {
  const at = await startScheduler(town())
  const own = at.lake.lake.issueServiceToken('own', 'editor', 'county-2')
  const { signs } = await json<PreviewAnswer>(at.post('preview', { document: draft('普法') }, own))
  expect(signs.filter(({ count }) => count > 0).map(({ key }) => key)).toEqual(['screen-2'])
  expect((await at.post('preview', { document: draft('普法'), sign: 'screen-1' }, own)).status).toBe(404)
})

describe('what is wrong is told with its remedy', () => {
  const problems = async (document: object, ...more: Parameters<typeof startScheduler>[0][]) => {
    const at = await startScheduler([...town(), ...(more[0] ?? [])])
    const answer = await json<PreviewAnswer>(at.post('preview', { document, show: false }))
    expect(answer.show).toBeNull()
    return answer
  }

  test('letters that cannot be read from where people stand, with the screens on which it is so', async () => {
    const { problems: found } = await problems(draft('有法可依'), [far])
    const small = found.find(({ kind }) => kind === 'small')
    expect(small).toMatchObject({ screens: ['屏 screen-far'], count: 1 })
    expect(small?.text).toMatch(/站在 60 米外要看清，字要 \d+ 点高.*请/u)
  })

  test('a text that no time suffices for', async () => {
    const { problems: found } = await problems(draft('普'.repeat(400)))
    expect(found.find(({ kind }) => kind === 'long')?.text).toMatch(/400 个字.*删到 \d+ 个字以内/u)
  })

  test('a time in which it cannot be read, by the playlist that names it', async () => {
    const words = '签字之前，先把合同的每一条都读明白，不懂就问，问清楚了再签字'
    const short = playlist('playlist-2', 'slogan-2')
    const items = short.items.map((entry) => ({ ...entry, seconds: 5 }))
    const { problems: found } = await problems({ ...draft(words), _id: 'drafts.slogan-2' }, [
      { ...short, items },
    ])
    const told = found.find(({ kind }) => kind === 'short')
    expect(told?.text).toMatch(/要 \d+ 秒.*只播 5 秒.*请把时长改成 \d+ 秒以上/u)
    expect(told?.text).toContain(short.title)
  })

  test('a notice that is over', async () => {
    const over = { ...notice('drafts.notice-1'), validUntil: '2020-01-01T00:00' }
    const { problems: found } = await problems(over)
    expect(found.find(({ kind }) => kind === 'absent')?.text).toMatch(/有效期.*请/u)
  })

  test('lines of a playlist that lead to what is not published', async () => {
    const lines = playlist('drafts.playlist-2', 'slogan-2', 'slogan-nowhere')
    const { problems: found } = await problems(lines)
    expect(found[0]).toMatchObject({ kind: 'absent', text: expect.stringContaining('第 2 条') as string })
  })

  test('the first field that is still missing', async () => {
    const { issuer: _issuer, ...begun } = notice('drafts.notice-1')
    expect((await problems(begun)).missing).toBe('issuer')
  })
})

test('a document that has hardly been begun is shown as far as it goes', async () => {
  const at = await startScheduler(town())
  const begun = { _id: 'drafts.new', _type: 'notice', title: '停水' }
  const { show, missing } = await json<PreviewAnswer>(at.post('preview', { document: begun }))
  expect(missing).toBe('text')
  expect(show?.items).toMatchObject([{ item: { kind: 'notice', title: '停水', text: '' } }])
})

test('a template is shown with words in its blanks, as an order would show it', async () => {
  const at = await startScheduler(town())
  const template = {
    ...{ _id: 'drafts.template', _type: 'noticeTemplate', title: '道路绕行', tone: 'plain' },
    text: '{地点}施工，请绕行',
    fields: [{ _key: 'a', _type: 'noticeField', name: '地点', label: '哪条路', kind: 'text' }],
  }
  const { show } = await json<PreviewAnswer>(at.post('preview', { document: template }))
  expect(show?.items).toMatchObject([{ item: { kind: 'notice', text: '哪条路施工，请绕行', alone: true } }])
})

test('a playlist gives all its lines in their order, each with its seconds', async () => {
  const at = await startScheduler(town())
  const lines = playlist('drafts.playlist-2', 'slogan-2', 'slogan-2')
  const clock = { _key: 'clock', _type: 'clockItem', seconds: 7 } as const
  const { show } = await json<PreviewAnswer>(
    at.post('preview', { document: { ...lines, items: [...lines.items, clock] } }),
  )
  expect(show?.items.map(({ item }) => item.kind)).toEqual(['slogan', 'slogan', 'clock'])
  expect(show?.items.at(-1)?.seconds).toBe(7)
})

test('a picture that no screen shows yet is made for the sign, and can be fetched', async () => {
  const at = await startScheduler(town())
  const uploaded = await at.lake.client.assets.upload('image', await twoHalves())
  const document = signagePicture('drafts.picture-1', uploaded._id)
  const ask = () => json<PreviewAnswer>(at.post('preview', { document, sign: '320x160' }))
  let found = (await ask()).show
  await until('the picture to be made', async () => {
    found = (await ask()).show
    return (found?.assets.length ?? 0) > 0
  })
  const [asset] = found?.assets ?? []
  expect(found?.items).toMatchObject([{ item: { kind: 'image', asset: asset?.asset } }])
  expect((await fetch(at.origin + (asset?.url ?? ''))).status).toBe(200)
})

test.each([
  ['no document', {}],
  ['a document that no screen shows', { document: { _id: 'county-1', _type: 'county' } }],
  ['a sign that nobody has', { document: draft('普法'), sign: '1x1' }],
  ['what it does not know', { document: draft('普法'), sizes: [] }],
])('%s is refused in Chinese', async (_what, body) => {
  const at = await startScheduler(town())
  const answer = await at.post('preview', body)
  expect([400, 404]).toContain(answer.status)
  const { error } = (await answer.json()) as { error: { message: string; remedy: string } }
  expect(error.message + error.remedy).toMatch(/\p{Script=Han}/u)
})

test('nobody asks more often than somebody types, and one person’s haste is not another’s', () => {
  let now = 0
  const may = previewAllowance(() => now)
  const asked = Array.from({ length: 61 }, () => may('a'))
  expect([asked.at(59), asked.at(60), may('b')]).toEqual([true, false, true])
  now = 10_000
  expect(may('a')).toBe(true)
})

test('what is no draft of anything real cannot make the scheduler fail', async () => {
  const at = await startScheduler(town())
  const broken = {
    ...playlist('p', 'slogan-1'),
    items: [{ _key: 'x', _type: 'countdownItem', day: 7, title: '日' }],
  }
  expect((await at.post('preview', { document: broken })).status).toBeLessThan(500)
})

test('a letter that no sign’s font has is made for the preview, as publishing would have it made', async () => {
  const at = await startScheduler(town(), { fonts: true })
  let worn: PreviewAnswer['show'] = null
  const made = async () => {
    // Asked as often as this, a person is told to wait.
    at.clock.at += 10_000
    worn = (await json<PreviewAnswer>(at.post('preview', { document: draft('彝族同胞学法') }))).show
    return worn?.screen.font !== undefined && worn.making === 0
  }
  await until('the font to be made', made, 40_000)
  const { assets = [], screen: sign } = (worn ?? {}) as Partial<NonNullable<PreviewAnswer['show']>>
  const font = assets.find(({ asset }) => asset === sign?.font?.asset)
  expect((await fetch(at.origin + (font?.url ?? ''))).headers.get('content-type')).toBe('font/woff2')
})
