/**
 * @file The open data lists in words: what each holds, field by field. Pure.
 *
 * The page and the files go by the same table, so a field that is given away is also explained.
 */
import { cultureSiteKinds, lawKindNames, stationKinds } from './labels.ts'

export const dataSets = ['questions', 'murals', 'villages', 'stations', 'culture-sites', 'laws'] as const
export type DataSet = (typeof dataSets)[number]

export interface DataChapter {
  title: string
  about: string
  /** Left out where the list also comes as a table. */
  table?: readonly (readonly [field: string, heading: string])[]
  fields: Readonly<Record<string, string>>
  kindNames?: Readonly<Record<string, string>>
}

const shared = { updatedAt: '最近修改时间（协调世界时）' }
const cited = '法律依据：法律简称、条号、大意'

const chapters: Readonly<Record<DataSet, DataChapter>> = {
  questions: {
    title: '法律问答',
    about: '本站的全部问答：结论、步骤、材料、期限和法律依据。',
    fields: {
      path: '页面地址',
      title: '问题',
      wordings: '同一问题的别的问法',
      topics: '主题（名称和代号）',
      shortAnswer: '结论',
      steps: '步骤',
      papers: '要带的材料',
      deadlines: '期限：名称、数量、单位（day 日、workingDay 工作日、month 月、year 年）、起算',
      citations: cited,
      nextContact: '还可以找谁',
      writtenOn: '撰写日期',
      checkedOn: '核对日期',
      ...shared,
    },
  },
  murals: {
    title: '法治墙画',
    about: '每一面墙画的题字、故事、所在村街和法律依据。',
    fields: {
      path: '页面地址',
      title: '标题',
      banner: '墙上的字',
      story: '画里的事',
      topic: '主题（名称和代号）',
      campaign: '属于哪一批',
      village: '村（名称和代码）',
      county: '县（市、区）',
      location: '位置',
      streetOrder: '沿街次序',
      paintedOn: '绘制日期',
      checkedOn: '核对日期',
      picture: '图片地址和图片说明',
      citations: cited,
      ...shared,
    },
  },
  villages: {
    title: '村（社区）法律服务',
    about: '每个村（社区）的法律顾问、集日和介绍。',
    fields: {
      path: '页面地址',
      code: '村（社区）代码',
      title: '名称',
      county: '县（市、区）',
      township: '乡镇（街道）',
      introduction: '介绍',
      marketDays: '集日：农历日期的尾数',
      adviser: '村居法律顾问：姓名、执业机构、办公电话',
      ...shared,
    },
  },
  stations: {
    title: '公共法律服务站点',
    about: '公共法律服务中心、法律援助工作站和联络点的地址、电话和时间。',
    kindNames: stationKinds,
    fields: {
      title: '名称',
      kind: '类别代号',
      kindName: '类别',
      county: '县（市、区）',
      township: '乡镇（街道）',
      village: '村（名称和代码）',
      address: '地址',
      phone: '电话',
      hours: '办公时间',
      serves: '优先服务的人群',
      position: '经纬度（填了才有）',
      checkedOn: '核对日期',
      ...shared,
    },
  },
  'culture-sites': {
    title: '法治文化阵地名录',
    about: '法治公园、广场、街巷、书屋、展馆和宣传教育基地。《法治宣传教育法》第五十二条要求公布的名录。',
    kindNames: cultureSiteKinds,
    table: [
      ['title', '名称'],
      ['kindName', '类别'],
      ['county', '县（市、区）'],
      ['address', '地址'],
      ['village', '村（社区）'],
      ['hours', '开放时间'],
      ['phone', '电话'],
      ['keeper', '管理单位'],
      ['openedOn', '开放日期'],
      ['introduction', '介绍'],
      ['checkedOn', '核对日期'],
    ],
    fields: {
      path: '页面地址',
      title: '名称',
      kind: '类别代号',
      kindName: '类别',
      county: '县（市、区）',
      address: '地址',
      village: '村（名称和代码）',
      introduction: '介绍',
      hours: '开放时间',
      phone: '电话',
      keeper: '管理单位',
      openedOn: '开放日期',
      position: '经纬度（填了才有）',
      checkedOn: '核对日期',
      ...shared,
    },
  },
  laws: {
    title: '法律法规目录',
    about: '本站引用的法律法规及其历次文本的施行日期。条文以国家法律法规数据库公布的为准。',
    kindNames: lawKindNames,
    fields: {
      path: '页面地址',
      title: '全称',
      shortTitle: '简称',
      kind: '类别代号',
      kindName: '类别',
      summary: '一句话介绍',
      editions: '历次文本：名称、通过和修改情况、公布日期、施行日期、失效日期（空为未失效或未知）、条数',
      ...shared,
    },
  },
}

export const chapterOf = (name: DataSet): DataChapter => chapters[name]

export const asDataSet = (name: string | undefined): DataSet | null =>
  dataSets.find((known) => known === name) ?? null
