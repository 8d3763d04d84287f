/** @file A real lake with a small town in it, for the tests of imports: counties, offices, topics. */
import { checkTable, type Checked, type Validate } from '../../studio/tools/tables/check/check.ts'
import type { Cell } from '../../studio/tools/tables/file/cell.ts'
import { tablesLake, type TablesLake } from '../../studio/tools/tables/lake.ts'
import type { ListShape } from '../../studio/tools/tables/lists/shape.ts'
import { matchColumns } from '../../studio/tools/tables/match.ts'
import { partsOf, type ImportHead, type Transaction } from '../../studio/tools/tables/write/plan.ts'
import { begin, runImport, type RunState } from '../../studio/tools/tables/write/run.ts'
import type { Role } from '../../content-lake/access/party.ts'
import { startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'
import { problemsIn } from './validating.ts'

const county = (name: string) => ({ county: { _type: 'reference', _ref: `county-${name}` } })

export const town: readonly { _id: string; _type: string; [field: string]: unknown }[] = [
  { _id: 'county-a', _type: 'county', title: '甲县', code: '990101' },
  { _id: 'county-b', _type: 'county', title: '乙区', code: '990102' },
  {
    _id: 'office-a',
    _type: 'lawOffice',
    title: '甲县示例律师事务所',
    licenceNumber: '示例-9001',
    ...county('a'),
  },
  {
    _id: 'office-b',
    _type: 'lawOffice',
    title: '乙区示例律师事务所',
    licenceNumber: '示例-9002',
    ...county('b'),
  },
  { _id: 'drafts.office-c', _type: 'lawOffice', title: '甲县新设法律服务所', ...county('a') },
  { _id: 'topic-wages', _type: 'topic', title: '拖欠工资' },
  { _id: 'topic-divorce', _type: 'topic', title: '离婚' },
]

export interface Rig {
  at: LakeOnPort
  lake: TablesLake
  as(role: Role, county?: string): TablesLake
  /** Everything of a type, drafts too. */
  all<Found>(type: string): Promise<Found[]>
  close(): Promise<void>
}

export async function startRig(): Promise<Rig> {
  const at = await startLake()
  await at.client.mutate(town.map((document) => ({ create: document })))
  let tokens = 0
  return {
    at,
    lake: tablesLake(at.client, null),
    as(role, bounded) {
      const token = at.lake.issueServiceToken(`tables-${(tokens += 1)}`, role, bounded ?? null)
      return tablesLake(at.clientWith({ token }), bounded ?? null)
    },
    all: (type) => at.client.fetch('*[_type == $type] | order(_id)', { type }, { perspective: 'raw' }),
    close: () => at.close(),
  }
}

/** Checks a table as the tool does, by the Studio's own schema. */
export async function check(
  list: ListShape,
  rows: Cell[][],
  lake: TablesLake,
  validate: Validate = problemsIn,
): Promise<Checked> {
  const sheet = { name: '名册', rows }
  return checkTable({
    list,
    sheet,
    matching: matchColumns(list, rows, {}),
    facts: await lake.facts(list),
    validate,
  })
}

export const headOf = (list: ListShape, run: string, documents: number): ImportHead => ({
  run,
  list,
  file: '名册.xlsx',
  // Later runs come later: what came last is undone first.
  startedAt: `2026-11-22T0${run === 'first' ? 1 : 2}:00:00.000Z`,
  author: '示例编辑',
  documents,
})

interface Bringing {
  run?: string
  commit?(transaction: Transaction): Promise<void>
  from?: RunState
  signal?: AbortSignal
  onProgress?(state: RunState): void
}

/** Carries out what a check found. */
export function bring(
  list: ListShape,
  checked: Checked,
  lake: TablesLake,
  more: Bringing = {},
): Promise<RunState> {
  return runImport(
    {
      head: headOf(list, more.run ?? 'first', checked.writes.length),
      commit: more.commit ?? lake.commit,
      pause: () => Promise.resolve(),
      onProgress: more.onProgress ?? (() => undefined),
      signal: more.signal ?? new AbortController().signal,
    },
    more.from ?? begin(partsOf(checked.writes)),
  )
}

export const lawyerHeaders = [
  '姓名',
  '执业证号',
  '类别',
  '所在县区',
  '执业机构',
  '办公电话',
  '擅长',
  '核对日期',
  '介绍',
]

/** A sound row; the number tells one from another. */
export const lawyerRow = (number: number, changed: Readonly<Record<string, Cell>> = {}): Cell[] => {
  const sound: Record<string, Cell> = {
    姓名: '周示例',
    执业证号: `示例-${String(number).padStart(4, '0')}`,
    类别: '律师',
    所在县区: '甲县',
    执业机构: '甲县示例律师事务所',
    办公电话: '0318-0000101',
    擅长: '拖欠工资、离婚',
    核对日期: '2026年11月5日',
    介绍: '主要办理劳动争议。',
  }
  return lawyerHeaders.map(
    (header) => changed[header] ?? (header in changed ? null : (sound[header] ?? null)),
  )
}
