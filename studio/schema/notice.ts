/** @file 通知: something to tell people that ends by itself. */
import { defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { NoticeIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { requiredValidUntilField, validFromField } from './fields/validity.ts'
import { titleField } from './fields/wording.ts'
import { atMostCharacters } from './rules/text.ts'
import { standingWords } from './standing.ts'
import { subtitle } from './words.ts'

const noticeCharactersMax = 300

export const notice = (clock: Clock) =>
  defineType({
    name: 'notice',
    title: '通知',
    type: 'document',
    icon: NoticeIcon,
    fields: [
      titleField('标题', '一眼能看懂的一句话。', 30),
      defineField({
        name: 'text',
        title: '正文',
        description: `时间、地点、对象写清楚。最多 ${noticeCharactersMax} 个字，屏幕上分页显示。`,
        type: 'text',
        rows: 5,
        validation: (rule) => [
          rule.required().error('请填写正文'),
          rule.custom((text: string | undefined) => atMostCharacters(text, noticeCharactersMax)),
        ],
      }),
      defineField({
        name: 'issuer',
        title: '发布单位',
        description: '以哪个单位的名义发布，例如：乙县司法局。',
        type: 'string',
        validation: (rule) => rule.required().error('请填写发布单位'),
      }),
      countyOrAllField(),
      validFromField(),
      requiredValidUntilField(),
    ],
    orderings: [
      { name: 'ending', title: '先到期的在前', by: [{ field: 'validUntil', direction: 'asc' }] },
      { name: 'newest', title: '最近修改', by: [{ field: '_updatedAt', direction: 'desc' }] },
    ],
    preview: {
      select: { title: 'title', county: 'county.title', validFrom: 'validFrom', validUntil: 'validUntil' },
      prepare: ({ title, county, validFrom, validUntil }) => ({
        title: title ?? '（还没有标题）',
        subtitle: subtitle(county ?? '全市', standingWords({ validFrom, validUntil }, clock.now())),
      }),
    },
  })
