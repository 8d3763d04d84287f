/** @file 排期: a playlist, on which screens, when, and with what rank. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { CronInput } from '../inputs/CronInput.tsx'
import { ScheduleIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import {
  byCron,
  byDayparts,
  byShare,
  levelFits,
  mandatoryFits,
  minutesMax,
  needed,
  onLegalDays,
  onMarketDays,
  type EventDraft,
} from './rules/event.ts'
import { cronText, lastNotBeforeFirst } from './rules/time.ts'
import { spanOfDays, standingWords } from './standing.ts'
import { choices, dayFilters, levels, marketDigits, modes, subtitle, timings } from './words.ts'

const unless =
  (when: (event: EventDraft) => boolean) =>
  ({ document }: { document?: unknown }) =>
    !when((document ?? {}) as EventDraft)

const what = [
  { ...titleField('名称', '给编辑自己看的名称，例如：早高峰交通安全。', 40), group: 'what' },
  defineField({
    name: 'playlist',
    title: '播放单',
    type: 'reference',
    group: 'what',
    to: [{ type: 'playlist' }],
    validation: (rule) => rule.required().error('请选择播放单'),
  }),
  defineField({
    name: 'campaign',
    title: '专项宣传',
    description: '属于哪一次专项宣传，可以不选。',
    type: 'reference',
    group: 'what',
    to: [{ type: 'signageCampaign' }],
  }),
  {
    ...countyOrAllField(),
    group: 'what',
    description: '哪个县区的排期；市局的排期不选。它决定谁能改，不决定在哪里播。',
  },
]

const where = [
  defineField({
    name: 'targets',
    title: '在哪些屏幕播',
    description: '可以写几条，符合任何一条的屏幕都播。一条里填的几项要同时符合；一项都不填就是所有屏幕。',
    type: 'array',
    group: 'where',
    of: [defineArrayMember({ type: 'screenSelector' })],
    validation: (rule) => rule.required().min(1).error('请至少写一条播放范围'),
  }),
]

const when = [
  defineField({
    name: 'timing',
    title: '什么时候播',
    type: 'string',
    group: 'when',
    options: { list: choices(timings), layout: 'radio' },
    initialValue: 'always',
    validation: (rule) => rule.required().error('请选择什么时候播'),
  }),
  defineField({
    name: 'dayparts',
    title: '时段',
    type: 'array',
    group: 'when',
    hidden: unless(byDayparts),
    of: [defineArrayMember({ type: 'daypart' })],
    validation: (rule) =>
      rule.custom((value, { document }) => needed(document, byDayparts, value, '请至少写一个时段')),
  }),
  defineField({
    name: 'cron',
    title: '时间规则',
    description:
      '五段：分 时 日 月 星期。例如 0 8 * * 1-5 是周一至周五 8:00；*/30 9-17 * * * 是 9 点到 17 点每半小时。',
    type: 'string',
    group: 'when',
    placeholder: '0 8 * * *',
    hidden: unless(byCron),
    components: { input: CronInput },
    validation: (rule) => [
      rule.custom((value, { document }) => needed(document, byCron, value, '请填写时间规则')),
      rule.custom(cronText),
    ],
  }),
  defineField({
    name: 'durationMinutes',
    title: '每次播几分钟',
    description: '从时间规则的每个时刻起，连续播这么久。',
    type: 'number',
    group: 'when',
    hidden: unless(byCron),
    validation: (rule) => [
      rule.integer().min(1).max(minutesMax).error('请写 1 到 10080（七天）之间的整数'),
      rule.custom((value, { document }) => needed(document, byCron, value, '请填写每次播几分钟')),
    ],
  }),
  defineField({
    name: 'firstDay',
    title: '第一天',
    description: '不填就是从现在起。',
    type: 'date',
    group: 'when',
  }),
  defineField({
    name: 'lastDay',
    title: '最后一天（含当天）',
    description: '不填就是一直播下去。',
    type: 'date',
    group: 'when',
    validation: (rule) =>
      rule.custom((last: string | undefined, { document }) =>
        lastNotBeforeFirst((document as EventDraft | undefined)?.firstDay, last),
      ),
  }),
  defineField({
    name: 'dayFilter',
    title: '哪些日子',
    type: 'string',
    group: 'when',
    options: { list: choices(dayFilters), layout: 'radio' },
    initialValue: 'any',
    validation: (rule) => rule.required().error('请选择哪些日子'),
  }),
  defineField({
    name: 'legalDays',
    title: '哪些普法日',
    description: '不选就是所有普法日。',
    type: 'array',
    group: 'when',
    hidden: unless(onLegalDays),
    of: [
      defineArrayMember({
        type: 'reference',
        title: '普法日',
        to: [{ type: 'legalDay' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => rule.unique().error('同一个普法日选了两次，请删去一个'),
  }),
  defineField({
    name: 'marketDays',
    title: '逢几的集',
    description: '农历日子的尾数，例如逢三、逢八。',
    type: 'array',
    group: 'when',
    hidden: unless(onMarketDays),
    of: [defineArrayMember({ type: 'number' })],
    options: { list: marketDigits, layout: 'grid' },
    validation: (rule) =>
      rule.custom((value, { document }) => needed(document, onMarketDays, value, '请至少选一个尾数')),
  }),
]

const rank = [
  defineField({
    name: 'mode',
    title: '播法',
    type: 'string',
    group: 'rank',
    options: { list: choices(modes), layout: 'radio' },
    initialValue: 'normal',
    validation: (rule) => rule.required().error('请选择播法'),
  }),
  defineField({
    name: 'shareSecondsPerHour',
    title: '每小时插播几秒',
    description: '均匀分布在一小时里。一块屏幕上所有插播加起来不能超过 3600 秒。',
    type: 'number',
    group: 'rank',
    hidden: unless(byShare),
    validation: (rule) => [
      rule.integer().min(1).max(3600).error('请写 1 到 3600 之间的整数'),
      rule.custom((value, { document }) => needed(document, byShare, value, '请填写每小时插播几秒')),
    ],
  }),
  defineField({
    name: 'priority',
    title: '优先级（0–9）',
    description: '同一时间有几个排期时，只播数字最大的；一样大就轮流播。平常写 5。',
    type: 'number',
    group: 'rank',
    initialValue: 5,
    validation: (rule) => rule.required().integer().min(0).max(9).error('请写 0 到 9 之间的整数'),
  }),
  defineField({
    name: 'level',
    title: '级别',
    description: '都是必播时，全市排在县区前面。',
    type: 'string',
    group: 'rank',
    options: { list: choices(levels), layout: 'radio', direction: 'horizontal' },
    initialValue: 'county',
    validation: (rule) => [
      rule.required().error('请选择级别'),
      rule.custom((_level, { document }) => levelFits(document)),
    ],
  }),
  defineField({
    name: 'mandatory',
    title: '必播',
    description: '打开后排在所有优先级前面。只用于确有要求的内容。',
    type: 'boolean',
    group: 'rank',
    initialValue: false,
    validation: (rule) => [
      rule.required().error('请打开或关闭必播'),
      rule.custom((_mandatory, { document }) => mandatoryFits(document)),
    ],
  }),
]

export const scheduleEvent = (clock: Clock) =>
  defineType({
    name: 'scheduleEvent',
    title: '排期',
    type: 'document',
    icon: ScheduleIcon,
    groups: [
      { name: 'what', title: '播什么', default: true },
      { name: 'where', title: '在哪里' },
      { name: 'when', title: '什么时候' },
      { name: 'rank', title: '怎么排' },
    ],
    fields: [...what, ...where, ...when, ...rank],
    orderings: [
      { name: 'rank', title: '优先级高的在前', by: [{ field: 'priority', direction: 'desc' }] },
      { name: 'latest', title: '新开始的在前', by: [{ field: 'firstDay', direction: 'desc' }] },
    ],
    preview: {
      select: {
        title: 'title',
        playlist: 'playlist.title',
        timing: 'timing',
        mode: 'mode',
        mandatory: 'mandatory',
        firstDay: 'firstDay',
        lastDay: 'lastDay',
      },
      prepare: ({ title, playlist, timing, mode, mandatory, firstDay, lastDay }) => ({
        title: title ?? '（还没有名称）',
        subtitle: subtitle(
          standingWords(spanOfDays(firstDay, lastDay), clock.now()),
          mandatory && '必播',
          mode !== 'normal' && modes[mode as keyof typeof modes]?.replace(/（.*/u, ''),
          timings[timing as keyof typeof timings]?.replace(/（.*/u, ''),
          playlist,
        ),
      }),
    },
  })
