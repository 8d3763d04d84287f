/** @file 村（社区）: known by the code of twelve digits, of which its id and its address are made. */
import { one } from '../cells/lookups.ts'
import { code, marketDaysOf, plain } from '../cells/values.ts'
import { column, countyColumn } from './columns.ts'
import type { ListShape } from './shape.ts'

export const villages: ListShape = {
  name: 'villages',
  type: 'village',
  title: '村（社区）',
  unit: '个村（社区）',
  about: '按十二位行政区划代码认村：已有的更新，没有的新增。',
  columns: [
    column({
      path: 'title',
      title: '名称',
      aliases: ['村名', '村（社区）名称', '村居名称', '社区名称', '村名称', '行政村'],
      required: true,
      example: '示例村',
      read: plain,
    }),
    column({
      path: 'code',
      title: '行政区划代码',
      aliases: ['代码', '区划代码', '村代码', '统计用区划代码', '十二位代码'],
      required: true,
      example: '990101001001',
      read: code,
    }),
    countyColumn(),
    column({
      path: 'township',
      title: '乡镇（街道）',
      aliases: ['乡镇', '街道', '所属乡镇', '乡镇街道', '镇'],
      example: '',
      read: one('township', '乡镇（街道）'),
    }),
    column({
      path: 'adviser',
      title: '村居法律顾问',
      aliases: ['法律顾问', '顾问', '顾问律师', '法律顾问姓名'],
      example: '写律师的姓名或执业证号',
      read: one('lawyer', '律师'),
    }),
    column({
      path: 'marketDays',
      title: '集日',
      aliases: ['大集', '逢集', '集市', '农历集日'],
      example: '三、八',
      read: marketDaysOf,
    }),
    column({ path: 'introduction', title: '简介', aliases: ['介绍', '村情简介'] }),
  ],
  lookups: ['county', 'township', 'lawyer'],
  identity: ({ code: digits }) => (typeof digits === 'string' && digits !== '' ? digits : null),
  identityTitle: '行政区划代码',
  idFor: (digits) => `village-${digits}`,
  fresh: () => ({}),
  titleOf: ({ title }) => String(title ?? ''),
}
