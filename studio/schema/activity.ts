/** @file 活动: a market, a lecture, a consultation, with place and time. */
import { defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { MomentInput } from '../inputs/LocalTimeInput.tsx'
import { ActivityIcon } from '../icons/knowledge.tsx'
import { countyField, villageField } from './fields/places.ts'
import { requiredTextField, slugField, titleField } from './fields/wording.ts'
import { endsAfterStart, realLocalTime } from './rules/time.ts'
import { standingWords } from './standing.ts'
import { activityKinds, choices, subtitle } from './words.ts'

export const activity = (clock: Clock) =>
  defineType({
    name: 'activity',
    title: '活动',
    type: 'document',
    icon: ActivityIcon,
    fields: [
      titleField('名称', '例如：龙华镇法律大集。', 50),
      slugField('activity', '/activities/网址名'),
      defineField({
        name: 'kind',
        title: '类别',
        type: 'string',
        options: { list: choices(activityKinds) },
        validation: (rule) => rule.required().error('请选择类别'),
      }),
      defineField({
        name: 'startsAt',
        title: '开始',
        type: 'string',
        components: { input: MomentInput },
        validation: (rule) => [rule.required().error('请填写开始的日期和时间'), rule.custom(realLocalTime)],
      }),
      defineField({
        name: 'endsAt',
        title: '结束',
        type: 'string',
        components: { input: MomentInput },
        validation: (rule) => [
          rule.required().error('请填写结束的日期和时间'),
          rule.custom(realLocalTime),
          rule.custom((until: string | undefined, { document }) =>
            endsAfterStart((document as { startsAt?: string } | undefined)?.startsAt, until),
          ),
        ],
      }),
      defineField({
        name: 'place',
        title: '地点',
        description: '让没来过的人也找得到。',
        type: 'string',
        validation: (rule) => rule.required().error('请填写地点'),
      }),
      countyField(),
      villageField(),
      requiredTextField('summary', '内容', '有哪些服务，要带什么，谁来讲。', 3),
    ],
    orderings: [{ name: 'latest', title: '新的在前', by: [{ field: 'startsAt', direction: 'desc' }] }],
    preview: {
      select: {
        title: 'title',
        kind: 'kind',
        county: 'county.title',
        startsAt: 'startsAt',
        endsAt: 'endsAt',
      },
      prepare: ({ title, kind, county, startsAt, endsAt }) => ({
        title: title ?? '（还没有名称）',
        subtitle: subtitle(
          county,
          activityKinds[kind as keyof typeof activityKinds],
          standingWords({ validFrom: startsAt, validUntil: endsAt }, clock.now()),
        ),
      }),
    },
  })
