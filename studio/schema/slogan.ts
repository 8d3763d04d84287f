/** @file 标语: a few words for screens and walls. */
import { defineField, defineType } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { SloganIcon } from '../icons/screens.tsx'
import { optionalCitationsField, requiredTopicsField } from './fields/knowledge.ts'
import { countyOrAllField } from './fields/places.ts'
import { checkedAgainstLawField } from './fields/wording.ts'
import { validFromField, validUntilField } from './fields/validity.ts'
import { namesItsLaw } from './rules/law.ts'
import { atMostCharacters, sloganCharactersMax, wellBrokenLines } from './rules/text.ts'
import { standingWords } from './standing.ts'
import { choices, sloganLayouts, sloganTones, subtitle } from './words.ts'

export const slogan = (clock: Clock) =>
  defineType({
    name: 'slogan',
    title: '标语',
    type: 'document',
    icon: SloganIcon,
    fields: [
      defineField({
        name: 'text',
        title: '标语文字',
        description: `最多 ${sloganCharactersMax} 个字。按意思换行，每一行在屏幕上尽量不再拆开；行首不要放标点。`,
        type: 'text',
        rows: 3,
        validation: (rule) => [
          rule.required().error('请填写标语文字'),
          rule.custom((text: string | undefined) => atMostCharacters(text, sloganCharactersMax)),
          rule.custom(wellBrokenLines),
        ],
      }),
      requiredTopicsField(),
      defineField({
        name: 'layout',
        title: '显示方式',
        description: '拿不准就用自动。',
        type: 'string',
        options: { list: choices(sloganLayouts), layout: 'radio' },
        initialValue: 'auto',
        validation: (rule) => rule.required().error('请选择显示方式'),
      }),
      defineField({
        name: 'tone',
        title: '底色',
        description: '宪法、国家安全等严肃的内容用庄重，其他用平常。',
        type: 'string',
        options: { list: choices(sloganTones), layout: 'radio', direction: 'horizontal' },
        initialValue: 'plain',
        validation: (rule) => rule.required().error('请选择底色'),
      }),
      countyOrAllField(),
      optionalCitationsField('标语照着哪一条写的就写哪一条；只是劝人向善的话不用写。'),
      defineField({
        name: 'endsWithLaw',
        title: '法律失效就自动撤下',
        description: '打开以后，上面写的法律有一个版本失效，屏幕就不再播这条标语，等有人核对过再播。',
        type: 'boolean',
        validation: (rule) =>
          rule.custom((ends: boolean | undefined, { document }) => namesItsLaw(ends, document)),
      }),
      checkedAgainstLawField(),
      validFromField(),
      validUntilField(),
    ],
    orderings: [
      { name: 'newest', title: '最近修改', by: [{ field: '_updatedAt', direction: 'desc' }] },
      { name: 'ending', title: '先到期的在前', by: [{ field: 'validUntil', direction: 'asc' }] },
    ],
    preview: {
      select: { text: 'text', county: 'county.title', validFrom: 'validFrom', validUntil: 'validUntil' },
      prepare: ({ text, county, validFrom, validUntil }) => ({
        title: text?.replaceAll('\n', ' ') ?? '（还没有写）',
        subtitle: subtitle(county ?? '全市', standingWords({ validFrom, validUntil }, clock.now())),
      }),
    },
  })
