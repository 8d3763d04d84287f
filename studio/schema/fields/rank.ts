/** @file How a schedule event stands among others: mode, priority, level, mandatory. */
import { defineField } from 'sanity'
import { shareChecked, shareFits } from '../rules/booking.ts'
import { byShare, levelFits, mandatoryFits, needed, unless } from '../rules/event.ts'
import { choices, levels, modes } from '../words.ts'

export const rankFields = [
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
    description:
      '均匀分布在一小时里，其余时间照常。一块屏幕上同时开着的插播加起来不能超过 3600 秒。时段太短、秒数太少，可能一次也轮不到。',
    type: 'number',
    group: 'rank',
    hidden: unless(byShare),
    validation: (rule) => [
      rule.integer().min(1).max(3600).error('请写 1 到 3600 之间的整数'),
      rule.custom((value, { document }) => needed(document, byShare, value, '请填写每小时插播几秒')),
      rule.custom((_value, { document }) => shareFits(globalThis.fetch, document)),
      rule.custom((_value, { document }) => shareChecked(globalThis.fetch, document)).warning(),
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
