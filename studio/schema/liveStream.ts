/** @file 直播: a hearing or another broadcast on screens, with the officer who answers for it. */
import { defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { LiveIcon } from '../icons/screens.tsx'
import { MomentInput } from '../inputs/LocalTimeInput.tsx'
import { officePhoneField } from './fields/contact.ts'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { noPrivateNumber } from './rules/people.ts'
import { liveSource, plainLiveSource } from './rules/live.ts'
import { endsAfterStart, realLocalTime } from './rules/time.ts'
import { standingWords } from './standing.ts'
import { subtitle } from './words.ts'

const announceMinutesMax = 24 * 60

const timeFields = [
  defineField({
    name: 'begins',
    title: '开始时间',
    description: '到这个时间屏幕才开始取直播画面；在这之前是预告。',
    type: 'string',
    group: 'time',
    components: { input: MomentInput },
    validation: (rule) => [rule.required().error('请选择开始时间'), rule.custom(realLocalTime)],
  }),
  defineField({
    name: 'ends',
    title: '结束时间',
    description: '到这个时间屏幕一定停播，哪怕直播还没有结束；请留出延时的余地。',
    type: 'string',
    group: 'time',
    components: { input: MomentInput },
    validation: (rule) => [
      rule.required().error('请选择结束时间'),
      rule.custom(realLocalTime),
      rule.custom((ends: string | undefined, { document }) =>
        endsAfterStart((document as { begins?: string } | undefined)?.begins, ends),
      ),
    ],
  }),
  defineField({
    name: 'announceMinutes',
    title: '提前几分钟预告',
    description: '预告写明片名、开始时间和还有多久。不填就是提前 60 分钟；写 0 就不预告。',
    type: 'number',
    group: 'time',
    validation: (rule) =>
      rule
        .integer()
        .min(0)
        .max(announceMinutesMax)
        .error(`请写 0 到 ${announceMinutesMax} 之间的整数，或者不填`),
  }),
]

const officerFields = [
  defineField({
    name: 'officerName',
    title: '值班人员',
    description: '直播时守着画面、随时可以停播的人。没有值班人员不能直播。',
    type: 'string',
    group: 'officer',
    validation: (rule) => [rule.required().error('请填写值班人员'), rule.custom(noPrivateNumber)],
  }),
  { ...officePhoneField('officerPhone', '值班电话'), group: 'officer' },
  defineField({
    name: 'officerAccount',
    title: '值班人员的账号',
    description: '登录时用的账号名。填了以后，这个账号即使没有管理权限，也能停播和恢复这一路直播。',
    type: 'string',
    group: 'officer',
  }),
]

export const liveStream = (clock: Clock) =>
  defineType({
    name: 'liveStream',
    title: '直播',
    type: 'document',
    icon: LiveIcon,
    groups: [
      { name: 'about', title: '内容', default: true },
      { name: 'time', title: '时间' },
      { name: 'officer', title: '值班' },
    ],
    fields: [
      { ...titleField('标题', '显示在预告和画面上，例如：某某案件公开开庭。', 30), group: 'about' },
      defineField({
        name: 'source',
        title: '直播地址',
        description:
          '提供直播的单位给的 HLS 地址，以 https:// 开头，以 .m3u8 结尾。屏幕不直接访问它，由本系统转送。',
        type: 'string',
        group: 'about',
        validation: (rule) => [
          rule.required().error('请填写直播地址'),
          rule.custom(liveSource),
          rule.custom(plainLiveSource).warning(),
        ],
      }),
      defineField({
        name: 'sound',
        title: '有声音',
        description: '不打开就静音。屏幕自己的音量也要不是 0 才听得见。',
        type: 'boolean',
        group: 'about',
      }),
      defineField({
        name: 'captionsNote',
        title: '字幕说明',
        description: '静音播放时告诉观众到哪里看文字，例如：文字实录见法院网站。写在画面下沿。',
        type: 'string',
        group: 'about',
        validation: (rule) => rule.max(40).error('最多 40 个字'),
      }),
      defineField({
        name: 'closing',
        title: '结束语',
        description: '直播结束后显示十分钟，例如：庭审已结束，感谢旁听。不填就直接接着播别的内容。',
        type: 'string',
        group: 'about',
        validation: (rule) => rule.max(30).error('最多 30 个字'),
      }),
      { ...countyOrAllField(), group: 'about' },
      ...timeFields,
      ...officerFields,
    ],
    orderings: [{ name: 'coming', title: '先开始的在前', by: [{ field: 'begins', direction: 'asc' }] }],
    preview: {
      select: { title: 'title', county: 'county.title', begins: 'begins', ends: 'ends' },
      prepare: ({ title, county, begins, ends }) => ({
        title: title ?? '（还没有标题）',
        subtitle: subtitle(
          county ?? '全市',
          standingWords({ validFrom: begins, validUntil: ends }, clock.now()),
        ),
      }),
    },
  })
