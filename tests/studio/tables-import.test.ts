import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TableImport } from '../../contracts/documents/index.ts'
import type { Cell } from '../../studio/tools/tables/file/cell.ts'
import { lawyers } from '../../studio/tools/tables/lists/lawyers.ts'
import { screens } from '../../studio/tools/tables/lists/screens.ts'
import { pastImports } from '../../studio/tools/tables/write/past.ts'
import { documentsOfPart, partsOf, transactionOf } from '../../studio/tools/tables/write/plan.ts'
import { begin, cancelled } from '../../studio/tools/tables/write/run.ts'
import { troubleOf } from '../../studio/tools/tables/write/trouble.ts'
import { planUndo, undoPart } from '../../studio/tools/tables/write/undo.ts'
import { bring, check, headOf, lawyerHeaders, lawyerRow, startRig, type Rig } from './tables-rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

const at = '2026-11-22T02:00:00.000Z'
const checkLawyers = (rows: Cell[][], lake = rig.lake) => check(lawyers, [lawyerHeaders, ...rows], lake)
const many = (count: number, changed = {}) =>
  Array.from({ length: count }, (_, one) => lawyerRow(one, changed))
interface Lawyer {
  _id: string
  _rev: string
  licenceNumber: string
  officePhone: string
  introduction?: string
}
const lawyersThere = () => rig.all<Lawyer>('lawyer')

async function undoAll(lake = rig.lake): Promise<string[]> {
  const left: string[] = []
  for (const { records } of pastImports(await lake.past()))
    for (const id of records) {
      const record = await lake.record(id)
      if (record) left.push(...(await undoPart(record, lake, at)))
    }
  return left
}

test('an import writes drafts in transactions of at most a hundred documents, and undoing it leaves nothing', async () => {
  const sizes: number[] = []
  const state = await bring(lawyers, await checkLawyers(many(200)), rig.lake, {
    commit: (transaction) => {
      sizes.push(transaction.mutations.length)
      return rig.lake.commit(transaction)
    },
  })
  expect(state).toMatchObject({ waiting: [], written: 200, rejected: [], stopped: null })
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
  expect((await lawyersThere()).every(({ _id }) => _id.startsWith('drafts.lawyer-'))).toBe(true)
  expect(pastImports(await rig.lake.past())).toMatchObject([
    { file: '名册.xlsx', documents: 200, made: 200, changed: 0, state: 'done' },
  ])
  expect(await undoAll()).toEqual([])
  expect(await lawyersThere()).toEqual([])
  expect(pastImports(await rig.lake.past())).toMatchObject([{ state: 'undone', records: [], left: [] }])
})

test('the same file again changes nothing, for ids follow from licence numbers', async () => {
  await bring(lawyers, await checkLawyers(many(5)), rig.lake)
  const again = await checkLawyers(many(5))
  expect(again.rows.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'same', 'same'])
  expect(again.writes).toEqual([])
})

test('an answer that is lost makes no second document: the transaction is sent again as it was', async () => {
  let lost = 0
  const state = await bring(lawyers, await checkLawyers(many(3)), rig.lake, {
    async commit(transaction) {
      await rig.lake.commit(transaction)
      if ((lost += 1) <= 2) throw new TypeError('network')
    },
  })
  expect([lost, state.written, state.stopped]).toEqual([3, 3, null])
  expect(await lawyersThere()).toHaveLength(3)
  expect(await rig.all('tableImport')).toHaveLength(1)
})

test('a lake that does not answer stops the import, which goes on where it stopped', async () => {
  const checked = await checkLawyers(many(documentsOfPart + 10))
  let sent = 0
  const stopped = await bring(lawyers, checked, rig.lake, {
    commit: (transaction) => {
      sent += 1
      return sent === 1 ? rig.lake.commit(transaction) : Promise.reject(new TypeError('network'))
    },
  })
  expect(stopped.written).toBe(documentsOfPart)
  expect(stopped.stopped).toMatch(/连不上内容库/)
  expect(pastImports(await rig.lake.past())).toMatchObject([{ state: 'unfinished' }])
  const ended = await bring(lawyers, checked, rig.lake, { from: stopped })
  expect(ended).toMatchObject({ waiting: [], written: documentsOfPart + 10, stopped: null })
  expect(await lawyersThere()).toHaveLength(documentsOfPart + 10)
})

test('whoever stops it finds it between two transactions, and can go on', async () => {
  const checked = await checkLawyers(many(documentsOfPart * 2))
  const abort = new AbortController()
  const state = await bring(lawyers, checked, rig.lake, {
    signal: abort.signal,
    onProgress: () => abort.abort(),
  })
  expect(state).toMatchObject({ written: documentsOfPart, stopped: cancelled })
  expect(await lawyersThere()).toHaveLength(documentsOfPart)
})

test('a document that somebody made meanwhile is told alone, and the others come in', async () => {
  const checked = await checkLawyers(many(20))
  const seventh = checked.writes[7]?.id ?? ''
  await rig.at.client.create({ _id: `drafts.${seventh}`, _type: 'lawyer', name: '别人先建的' })
  const state = await bring(lawyers, checked, rig.lake)
  expect(state).toMatchObject({ waiting: [], written: 19 })
  expect(state.rejected).toMatchObject([
    { rows: [9], sentence: expect.stringMatching(/有人改过或新建了/) as string },
  ])
  expect(await undoAll()).toEqual([])
  expect((await lawyersThere()).map(({ _id }) => _id)).toEqual([`drafts.${seventh}`])
})

test('undo puts former values back, also where there was none', async () => {
  await bring(lawyers, await checkLawyers(many(2, { 介绍: null })), rig.lake)
  const before = await lawyersThere()
  const changed = { 办公电话: '0318-0000777', 介绍: '办过很多案子。' }
  await bring(lawyers, await checkLawyers(many(2, changed)), rig.lake, { run: 'second' })
  expect((await lawyersThere()).map(({ officePhone }) => officePhone)).toEqual([
    '0318-0000777',
    '0318-0000777',
  ])
  const [second] = pastImports(await rig.lake.past()).filter(({ run }) => run === 'second')
  const record = await rig.lake.record(second?.records[0] ?? '')
  expect(record && (await undoPart(record, rig.lake, at))).toEqual([])
  const bare = (all: Lawyer[]) => all.map((one) => ({ ...one, _rev: '', _updatedAt: '' }))
  expect(bare(await lawyersThere())).toEqual(bare(before))
})

test('what is published gets a draft, which undo throws away; what was published stays as it is', async () => {
  await bring(lawyers, await checkLawyers(many(1)), rig.lake)
  const [draft] = await lawyersThere()
  const publishedId = draft?._id.replace('drafts.', '') ?? ''
  await rig.at.client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${publishedId}`,
    publishedId,
  })
  await bring(lawyers, await checkLawyers(many(1, { 办公电话: '0318-0000777' })), rig.lake, { run: 'second' })
  const both = await lawyersThere()
  expect(both.map(({ _id, officePhone }) => [_id, officePhone])).toEqual([
    [`drafts.${publishedId}`, '0318-0000777'],
    [publishedId, '0318-0000101'],
  ])
  const left = await undoAll()
  expect(left).toEqual(['周示例：后来已经发布，没有动'])
  expect((await lawyersThere()).map(({ _id, officePhone }) => [_id, officePhone])).toEqual([
    [publishedId, '0318-0000101'],
  ])
})

test('what somebody has edited since stays and is listed; undone twice, nothing more happens', async () => {
  await bring(lawyers, await checkLawyers(many(4)), rig.lake)
  const [first] = await lawyersThere()
  await rig.at.client
    .patch(first?._id ?? '')
    .set({ introduction: '我改过了。' })
    .commit()
  expect(await undoAll()).toEqual(['周示例：后来有人改过，没有动'])
  expect((await lawyersThere()).map(({ introduction }) => introduction)).toEqual(['我改过了。'])
  const [record] = await rig.all<TableImport>('tableImport')
  expect(record?.left).toEqual(['周示例：后来有人改过，没有动'])
  expect(record && (await undoPart(record, rig.lake, at))).toEqual(['周示例：后来有人改过，没有动'])
  expect(await lawyersThere()).toHaveLength(1)
})

const screenRows = [
  ['名称', '县区', '安装位置', '宽', '高'],
  ['东屏', '甲县', '示例路', '320', '160'],
  ['西屏', '甲县', '示例路', '320', '160'],
]

test('screens come in published, by an operator of the county; one that is in use stays when it is undone', async () => {
  const operator = rig.as('operator', 'county-a')
  const state = await bring(screens, await check(screens, screenRows, operator), operator)
  expect(state).toMatchObject({ written: 2, rejected: [] })
  const there = await rig.all<{ _id: string; title: string }>('screen')
  expect(there.map(({ _id }) => _id.startsWith('screen-'))).toEqual([true, true])
  const used = there.find(({ title }) => title === '东屏')
  const screen = { _type: 'reference', _ref: used?._id }
  await rig.at.client.create({
    _id: 'event-x',
    _type: 'scheduleEvent',
    targets: [{ _key: 'a', _type: 'screenSelector', screen }],
  })
  const left = await undoAll(operator)
  expect(left).toHaveLength(1)
  expect(left[0]).toMatch(/^东屏：还有别的内容用着它/)
  expect((await rig.all<{ title: string }>('screen')).map(({ title }) => title)).toEqual(['东屏'])
})

test('an editor of a county imports, sees and undoes the own imports; another county’s sees none of them', async () => {
  const own = rig.as('editor', 'county-a')
  const other = rig.as('editor', 'county-b')
  const state = await bring(lawyers, await checkLawyers(many(3), own), own)
  expect(state).toMatchObject({ written: 3, rejected: [] })
  expect(await other.past()).toEqual([])
  const anonymous: unknown[] = await rig.at.anonymous.fetch(
    '*[_type == "tableImport"]',
    {},
    { perspective: 'raw' },
  )
  expect(anonymous).toEqual([])
  expect(await undoAll(own)).toEqual([])
  expect(await lawyersThere()).toEqual([])
})

test('a part is the same byte for byte whenever it is made, or the lake could not know it again', async () => {
  const { writes } = await checkLawyers(many(2))
  const head = headOf(lawyers, 'r', 2)
  const [part] = partsOf(writes)
  if (!part) throw new Error('There is no part')
  expect(JSON.stringify(transactionOf(head, part))).toBe(JSON.stringify(transactionOf(head, part)))
})

test('troubles of the lake are told in plain Chinese, never in its words to programs', () => {
  const refused = (statusCode: number, description = '', remedy = '') =>
    troubleOf({ statusCode, response: { body: { error: { description }, remedy } } })
  expect(troubleOf(new TypeError('fetch failed'))).toMatchObject({
    kind: 'later',
    sentence: expect.stringMatching(/网络/) as string,
  })
  expect(refused(504, '查询超过时限', '给查询加上 _type 条件')).toMatchObject({
    kind: 'later',
    sentence: expect.stringMatching(/很忙/) as string,
  })
  expect(refused(401)).toMatchObject({ kind: 'stop', sentence: expect.stringMatching(/重新登录/) as string })
  expect(refused(507)).toMatchObject({ kind: 'stop', sentence: expect.stringMatching(/磁盘满了/) as string })
  expect(refused(422, '这份内容已经锁定', '请先解锁。').sentence).toBe('这份内容已经锁定。请先解锁')
  expect(refused(400, 'Mutation failed', '检查 mutations').sentence).toMatch(/请告诉管理员/)
})

test('undo of what is gone already does nothing', () => {
  const entry = { _key: 'a', _type: 'importedDocument', id: 'drafts.x', title: '甲', was: 'nothing' } as const
  expect(planUndo({ entries: [entry], transaction: 't' }, new Map())).toEqual({ steps: [], left: [] })
})

test('an import of nothing ends at once', async () => {
  const state = await bring(lawyers, { rows: [], writes: [] }, rig.lake, { from: begin([]) })
  expect(state).toEqual({ waiting: [], written: 0, rejected: [], stopped: null })
})
