/** @file 法律援助站点: known by the name within its county. */
import { aidStationKinds } from '../../../schema/words.ts'
import { one } from '../cells/lookups.ts'
import { listOf, oneOf, plain } from '../cells/values.ts'
import { plainName } from '../check/facts.ts'
import {
  addressColumn,
  checkedOnColumn,
  column,
  countyColumn,
  hoursColumn,
  phoneColumn,
  positionColumns,
} from './columns.ts'
import { derivedId } from './derived-id.ts'
import { nameInCounty } from './name-in-county.ts'
import type { ListShape } from './shape.ts'

export const stations: ListShape = {
  name: 'stations',
  type: 'aidStation',
  title: '法律援助工作站（站点）',
  unit: '个站点',
  about: '按县区和名称认站点：已有的更新，没有的新增。',
  columns: [
    column({
      path: 'title',
      title: '名称',
      aliases: ['站点名称', '工作站名称', '机构名称', '法律援助工作站', '单位名称'],
      required: true,
      example: '示例镇法律援助工作站',
      read: plain,
    }),
    column({
      path: 'kind',
      title: '类别',
      aliases: ['站点类别', '类型', '站点类型'],
      required: true,
      example: '法律援助工作站',
      read: oneOf(aidStationKinds, {
        中心: 'centre',
        法援中心: 'centre',
        工作站: 'workstation',
        法援工作站: 'workstation',
        联络点: 'contactPoint',
        联系点: 'contactPoint',
      }),
    }),
    countyColumn(),
    column({
      path: 'township',
      title: '乡镇（街道）',
      aliases: ['乡镇', '街道', '所属乡镇', '乡镇街道'],
      read: one('township', '乡镇（街道）'),
    }),
    column({
      path: 'village',
      title: '村（社区）',
      aliases: ['村', '社区', '所在村', '村居'],
      read: one('village', '村（社区）'),
    }),
    addressColumn('示例镇示例街2号'),
    phoneColumn('phone'),
    hoursColumn(true),
    column({
      path: 'serves',
      title: '优先服务',
      aliases: ['服务对象', '优先服务对象', '重点服务人群'],
      example: '农民工、老年人',
      read: listOf,
    }),
    ...positionColumns(),
    checkedOnColumn(),
  ],
  lookups: ['county', 'township', 'village'],
  identity: nameInCounty,
  identityTitle: '名称和县区',
  idFor: (identity) => derivedId('station', plainName(identity)),
  fresh: () => ({}),
  titleOf: ({ title }) => String(title ?? ''),
}
