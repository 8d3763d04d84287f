/** @file 专项宣传: one purpose, with dates; schedule events name it. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { CampaignIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { requiredTextField, titleField } from './fields/wording.ts'
import { lastNotBeforeFirst } from './rules/time.ts'
import { spanOfDays, standingWords } from './standing.ts'
import { subtitle } from './words.ts'

export const signageCampaign = (clock: Clock) =>
  defineType({
    name: 'signageCampaign',
    title: '专项宣传',
    type: 'document',
    icon: CampaignIcon,
    fields: [
      titleField('名称', '例如：2026 年宪法宣传周。'),
      requiredTextField('purpose', '目的', '为什么做、希望谁记住什么。写给以后接手的人看。'),
      defineField({
        name: 'firstDay',
        title: '第一天',
        description: '属于它的排期，这一天以前不播。',
        type: 'date',
        validation: (rule) => rule.required().error('请选择第一天'),
      }),
      defineField({
        name: 'lastDay',
        title: '最后一天（含当天）',
        description: '属于它的排期，过了这一天就不播。',
        type: 'date',
        validation: (rule) => [
          rule.required().error('请选择最后一天'),
          rule.custom((last: string | undefined, { document }) =>
            lastNotBeforeFirst((document as { firstDay?: string } | undefined)?.firstDay, last),
          ),
        ],
      }),
      defineField({
        name: 'targets',
        title: '在哪些屏幕播',
        description:
          '属于它的排期没写播放范围，就用这里的；写了的，也只在这里的屏幕播。符合任何一条的屏幕都算，一条里的几项要同时符合。不写就由各个排期自己定。',
        type: 'array',
        of: [defineArrayMember({ type: 'screenSelector' })],
      }),
      countyOrAllField(),
    ],
    orderings: [{ name: 'latest', title: '先开始的在后', by: [{ field: 'firstDay', direction: 'desc' }] }],
    preview: {
      select: { title: 'title', county: 'county.title', firstDay: 'firstDay', lastDay: 'lastDay' },
      prepare: ({ title, county, firstDay, lastDay }) => ({
        title: title ?? '（还没有名称）',
        subtitle: subtitle(county ?? '全市', standingWords(spanOfDays(firstDay, lastDay), clock.now())),
      }),
    },
  })
