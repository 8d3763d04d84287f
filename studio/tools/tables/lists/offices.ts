/** @file 服务机构: known by the licence number, or by the name where the list has none. */
import { officeKinds } from '../../../schema/words.ts'
import { code, oneOf, plain } from '../cells/values.ts'
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
import type { ListShape } from './shape.ts'

export const offices: ListShape = {
  name: 'offices',
  type: 'lawOffice',
  title: '服务机构（律师事务所、法律服务所）',
  unit: '个机构',
  about: '按名称认机构：已有的更新，没有的新增。先导入机构，再导入律师。',
  columns: [
    column({
      path: 'title',
      title: '名称',
      aliases: ['机构名称', '律所名称', '律师事务所', '律师事务所名称', '单位名称', '法律服务所名称'],
      required: true,
      example: '明理律师事务所（示例）',
      read: plain,
    }),
    column({
      path: 'kind',
      title: '类别',
      aliases: ['机构类别', '机构类型', '类型'],
      required: true,
      example: '律师事务所',
      read: oneOf(officeKinds, {
        律所: 'lawFirm',
        法律服务所: 'legalServiceOffice',
        基层所: 'legalServiceOffice',
        法援中心: 'legalAidCentre',
      }),
    }),
    countyColumn(),
    column({
      path: 'licenceNumber',
      title: '执业许可证号',
      aliases: ['许可证号', '执业许可证号码', '统一社会信用代码', '证号', '执业证号'],
      example: '示例-9001',
      read: code,
    }),
    addressColumn('示例区示例路11号'),
    phoneColumn('phone'),
    hoursColumn(false),
    ...positionColumns(),
    checkedOnColumn(),
  ],
  lookups: ['county'],
  identity: ({ title }) => (typeof title === 'string' ? plainName(title) : null),
  identityTitle: '名称',
  idFor: (name) => derivedId('office', name),
  fresh: (id) => ({ slug: { _type: 'slug', current: id } }),
  titleOf: ({ title }) => String(title ?? ''),
}
