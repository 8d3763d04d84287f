/** @file What a playlist may hold beside documents: murals one by one, days counted, the test pattern. */
import { defineField, defineType } from 'sanity'
import { MuralIcon } from '../../icons/knowledge.tsx'
import { CalendarYearIcon, ScreenIcon } from '../../icons/screens.tsx'
import { capField } from './playlist-items.ts'
import { choices, galleryChanges, subtitle } from '../words.ts'

function wholeField(name: string, title: string, description: string, min: number, max: number) {
  return defineField({
    name,
    title,
    description,
    type: 'number',
    validation: (rule) =>
      rule.integer().min(min).max(max).error(`请写 ${min} 到 ${max} 之间的整数，或者不填`),
  })
}

interface Gallery {
  village?: object
  campaign?: object
}

export const galleryItem = defineType({
  name: 'galleryItem',
  title: '墙画组图',
  type: 'object',
  icon: MuralIcon,
  fields: [
    defineField({
      name: 'village',
      title: '哪个村的墙画',
      description: '按街上的次序一幅一幅地播。可以和墙画行动一起选，两样都符合的才播。',
      type: 'reference',
      to: [{ type: 'village' }],
      options: { disableNew: true },
    }),
    defineField({
      name: 'campaign',
      title: '哪次墙画行动',
      type: 'reference',
      to: [{ type: 'muralCampaign' }],
      options: { disableNew: true },
    }),
    defineField({
      name: 'count',
      title: '最多几幅',
      type: 'number',
      initialValue: 6,
      validation: (rule) => rule.required().integer().min(2).max(12).error('请写 2 到 12 之间的整数'),
    }),
    defineField({
      name: 'change',
      title: '怎么换图',
      type: 'string',
      options: { list: choices(galleryChanges), layout: 'radio', direction: 'horizontal' },
      initialValue: 'fade',
      validation: (rule) => rule.required().error('请选择怎么换图'),
    }),
    wholeField('secondsEach', '每幅几秒', '不填就按说明文字的长短算，最少 8 秒。', 4, 60),
    capField,
  ],
  validation: (rule) =>
    rule.custom((value) => {
      const { village, campaign } = (value ?? {}) as Gallery
      return Boolean(village ?? campaign) || '村和墙画行动，请至少选一样'
    }),
  preview: {
    select: { village: 'village.title', campaign: 'campaign.title', count: 'count' },
    prepare: ({ village, campaign, count }) => ({
      title: `墙画组图：${subtitle(village, campaign) || '还没有选'}`,
      subtitle: `最多 ${count ?? '？'} 幅`,
    }),
  },
})

interface Countdown {
  legalDay?: object
  day?: string
  title?: string
}

export const countdownItem = defineType({
  name: 'countdownItem',
  title: '倒计时',
  type: 'object',
  icon: CalendarYearIcon,
  fields: [
    defineField({
      name: 'legalDay',
      title: '倒数到哪个普法日',
      description: '每年自己算日子。不是普法日的，就在下面写日期和名称。',
      type: 'reference',
      to: [{ type: 'legalDay' }],
      options: { disableNew: true },
    }),
    defineField({
      name: 'day',
      title: '或者倒数到哪一天',
      type: 'date',
    }),
    defineField({
      name: 'title',
      title: '这一天叫什么',
      description: '例如：全县法治文艺汇演。选了普法日可以不写。',
      type: 'string',
      validation: (rule) => rule.max(16).error('最多 16 个字'),
    }),
    defineField({
      name: 'note',
      title: '下面一句话',
      description: '可以不写。屏幕矮的时候不显示。',
      type: 'string',
      validation: (rule) => rule.max(24).error('最多 24 个字'),
    }),
    wholeField('daysBefore', '提前几天开始播', '不填就是 30 天。过了这一天自己停播。', 1, 366),
    wholeField('seconds', '播放几秒', '不填就按字数计算，最少 8 秒。', 3, 3600),
    capField,
  ],
  validation: (rule) =>
    rule.custom((value) => {
      const { legalDay, day, title } = (value ?? {}) as Countdown
      if (legalDay && day) return '普法日和日期只能选一样，请清除一样'
      if (!legalDay && !day) return '请选择普法日，或者写日期'
      return Boolean(legalDay ?? title) || '写了日期，还要写这一天叫什么'
    }),
  preview: {
    select: { legalDay: 'legalDay.title', title: 'title', day: 'day' },
    prepare: ({ legalDay, title, day }) => ({
      title: `倒计时：${title ?? legalDay ?? '还没有选'}`,
      subtitle: legalDay ? '每年自己算日子' : day,
    }),
  },
})

export const testPatternItem = defineType({
  name: 'testPatternItem',
  title: '测试图',
  type: 'object',
  icon: ScreenIcon,
  fields: [
    wholeField('seconds', '播放几秒', '装屏、修屏时用，平时不要放进播放单。不填就是 60 秒。', 3, 3600),
  ],
  preview: {
    select: { seconds: 'seconds' },
    prepare: ({ seconds }) => ({
      title: '测试图',
      subtitle: typeof seconds === 'number' ? `${seconds} 秒` : '60 秒',
    }),
  },
})
