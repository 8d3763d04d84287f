/** @file 排期: a playlist, on which screens, when, and with what rank. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { ScheduleIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { rankFields } from './fields/rank.ts'
import { timingFields } from './fields/timing.ts'
import { needed, outsideCampaign } from './rules/event.ts'
import { spanOfDays, standingWords } from './standing.ts'
import { modes, subtitle, timings } from './words.ts'

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
    description: '属于哪一次专项宣传，可以不选。选了就只在它的日期和屏幕里播。',
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
    description:
      '可以写几条，符合任何一条的屏幕都播。一条里填的几项要同时符合；一项都不填就是所有屏幕。选了专项宣传，可以不写，就用专项宣传的。',
    type: 'array',
    group: 'where',
    of: [defineArrayMember({ type: 'screenSelector' })],
    validation: (rule) =>
      rule.custom((value, { document }) =>
        needed(document, outsideCampaign, value, '请至少写一条播放范围，或选一个专项宣传'),
      ),
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
    fields: [...what, ...where, ...timingFields, ...rankFields],
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
