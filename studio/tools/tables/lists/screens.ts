/** @file 屏幕: known by the name within its county; comes in published, as operators keep them. */
import { one, several } from '../cells/lookups.ts'
import { numberWith, plain, type Reader } from '../cells/values.ts'
import { addressColumn, column, countyColumn } from './columns.ts'
import { derivedId } from './derived-id.ts'
import { nameInCounty } from './name-in-county.ts'
import type { ListShape } from './shape.ts'

const pixels = numberWith('像素|点|px')

/** `P10` is how such a panel is called. */
const pitch: Reader = (cell) =>
  numberWith('毫米|mm')(typeof cell === 'string' ? cell.replace(/^\s*[PpＰ]/u, '') : cell)

export const screens: ListShape = {
  name: 'screens',
  type: 'screen',
  title: '屏幕',
  unit: '块屏幕',
  about: '按县区和名称认屏幕：已有的更新，没有的新增。导入后立即生效，不用再发布。',
  columns: [
    column({
      path: 'title',
      title: '名称',
      aliases: ['屏幕名称', '屏名', '显示屏名称', '点位名称'],
      required: true,
      example: '示例广场东屏',
      read: plain,
    }),
    countyColumn(),
    column({
      path: 'township',
      title: '乡镇（街道）',
      aliases: ['乡镇', '街道', '所属乡镇'],
      read: one('township', '乡镇（街道）'),
    }),
    column({
      path: 'village',
      title: '村（社区）',
      aliases: ['村', '社区', '所在村'],
      read: one('village', '村（社区）'),
    }),
    addressColumn('示例路与示例街路口东北角，朝西'),
    column({
      path: 'width',
      title: '画面宽（LED 像素）',
      aliases: ['宽', '画面宽', '横向点数', '横向像素', '宽度', '分辨率宽'],
      required: true,
      example: '320',
      read: pixels,
    }),
    column({
      path: 'height',
      title: '画面高（LED 像素）',
      aliases: ['高', '画面高', '纵向点数', '纵向像素', '高度', '分辨率高'],
      required: true,
      example: '160',
      read: pixels,
    }),
    column({
      path: 'pitchMm',
      title: '点间距（毫米）',
      aliases: ['点间距', '间距', '型号'],
      example: '10',
      read: pitch,
    }),
    column({
      path: 'viewingDistanceM',
      title: '观看距离（米）',
      aliases: ['观看距离', '视距'],
      example: '20',
      read: numberWith('米|m'),
    }),
    column({
      path: 'volumePercent',
      title: '音量（0–100）',
      aliases: ['音量'],
      example: '0',
      read: numberWith('%|％'),
    }),
    column({
      path: 'groups',
      title: '屏幕组',
      aliases: ['分组', '所属组', '组'],
      read: several('screenGroup', '屏幕组'),
    }),
    column({
      path: 'audiences',
      title: '常看的人群',
      aliases: ['人群', '受众'],
      read: several('audience', '人群'),
    }),
  ],
  lookups: ['county', 'township', 'village', 'screenGroup', 'audience'],
  identity: nameInCounty,
  identityTitle: '名称和县区',
  idFor: (identity) => derivedId('screen', identity),
  // As the form has them for a fresh screen.
  fresh: () => ({ regionX: 0, regionY: 0, volumePercent: 0 }),
  titleOf: ({ title }) => String(title ?? ''),
}
