/** @file 律师: known by the number of the licence. */
import { lawyerCategories } from '../../../schema/words.ts'
import { one, several } from '../cells/lookups.ts'
import { code, nameOf, oneOf, plain, yearOf } from '../cells/values.ts'
import { checkedOnColumn, column, countyColumn, phoneColumn } from './columns.ts'
import { derivedId } from './derived-id.ts'
import type { ListShape } from './shape.ts'

export const lawyers: ListShape = {
  name: 'lawyers',
  type: 'lawyer',
  title: '律师',
  unit: '名律师',
  about: '按执业证号认人：已有的更新，没有的新增。',
  columns: [
    column({
      path: 'name',
      title: '姓名',
      aliases: ['律师姓名', '名字', '执业人员姓名', '律师', '人员姓名'],
      required: true,
      example: '周明理（示例）',
      read: nameOf,
    }),
    column({
      path: 'licenceNumber',
      title: '执业证号',
      aliases: ['律师执业证号', '执业证号码', '执业证书号', '证号', '执业证'],
      required: true,
      example: '示例-0101',
      read: code,
    }),
    column({
      path: 'category',
      title: '类别',
      aliases: ['人员类别', '执业类别', '人员类型', '类型'],
      required: true,
      example: '律师',
      read: oneOf(lawyerCategories, {
        专职律师: 'lawyer',
        兼职律师: 'lawyer',
        公职律师: 'lawyer',
        社会律师: 'lawyer',
        法律服务工作者: 'legalServiceWorker',
        基层法律工作者: 'legalServiceWorker',
        法律援助律师: 'legalAidWorker',
        法援工作者: 'legalAidWorker',
      }),
    }),
    countyColumn(),
    column({
      path: 'office',
      title: '执业机构',
      aliases: ['律所', '律师事务所', '所在律所', '执业单位', '工作单位', '单位', '机构名称', '所在机构'],
      required: true,
      example: '写服务机构的全称或执业许可证号',
      read: one('lawOffice', '服务机构'),
    }),
    phoneColumn('officePhone'),
    column({
      path: 'expertise',
      title: '擅长',
      aliases: ['专长', '擅长领域', '业务专长', '擅长业务', '业务领域', '专业方向'],
      required: true,
      example: '写主题的名称，几个之间用顿号',
      read: several('topic', '主题'),
    }),
    checkedOnColumn(),
    column({
      path: 'practisingSince',
      title: '从哪一年开始执业',
      aliases: ['执业年份', '开始执业', '执业时间', '首次执业时间', '首次执业日期', '执业起始年'],
      example: '2012',
      read: yearOf,
    }),
    column({
      path: 'yearlyAssessment.year',
      title: '考核年度',
      aliases: ['年度', '年度考核年份'],
      example: '2025',
      read: yearOf,
    }),
    column({
      path: 'yearlyAssessment.result',
      title: '考核结果',
      aliases: ['年度考核', '年度考核结果', '考核等次'],
      example: '称职',
    }),
    column({
      path: 'introduction',
      title: '介绍',
      aliases: ['简介', '个人简介', '律师简介', '个人介绍'],
      example: '主要办理劳动争议。',
      read: plain,
    }),
  ],
  lookups: ['county', 'lawOffice', 'topic'],
  identity: ({ licenceNumber }) => (typeof licenceNumber === 'string' ? licenceNumber : null),
  identityTitle: '执业证号',
  idFor: (licence) => derivedId('lawyer', licence),
  fresh: (id) => ({ slug: { _type: 'slug', current: id } }),
  titleOf: ({ name }) => String(name ?? ''),
}
