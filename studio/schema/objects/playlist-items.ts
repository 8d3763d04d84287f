/** @file What a playlist may hold: a document to show, the newest of a kind, the hotline, the clock. */
import { defineField, defineType } from 'sanity'
import {
  latestTypes,
  playableTypes,
  type LatestItem,
  type PlayableType,
} from '../../../contracts/documents/signage.ts'
import { ClockIcon, HotlineIcon, PlaylistIcon, SloganIcon } from '../../icons/screens.tsx'
import { playableIcons } from '../../icons/playable.ts'
import { choices, playableTitles, videoGenres } from '../words.ts'

function secondsField(description: string) {
  return defineField({
    name: 'seconds',
    title: '播放几秒',
    description,
    type: 'number',
    validation: (rule) => rule.integer().min(3).max(3600).error('请写 3 到 3600 之间的整数，或者不填'),
  })
}

export const capField = defineField({
  name: 'maxPlaysPerHour',
  title: '每小时最多播几次',
  description:
    '不填就不限。填 2 就是两次之间至少隔半小时，同一内容在别处播过也算。不到时间就跳过，先播后面的。',
  type: 'number',
  validation: (rule) => rule.integer().min(1).max(60).error('请写 1 到 60 之间的整数，或者不填'),
})

const secondsWords = (seconds: unknown) => (typeof seconds === 'number' ? `${seconds} 秒` : '时长自动')

export const contentItem = defineType({
  name: 'contentItem',
  title: '播放内容',
  type: 'object',
  icon: PlaylistIcon,
  fields: [
    defineField({
      name: 'content',
      title: '内容',
      description: `可以选${playableTypes.map((type) => playableTitles[type]).join('、')}。`,
      type: 'reference',
      to: playableTypes.map((type) => ({ type })),
      options: { disableNew: true },
      validation: (rule) => rule.required().error('请选择要播放的内容'),
    }),
    secondsField('不填就按字数计算，影片按片长播完，直播从开始播到结束。'),
    capField,
  ],
  preview: {
    select: {
      title: 'content.title',
      text: 'content.text',
      type: 'content._type',
      seconds: 'seconds',
      picture: 'content.picture',
      poster: 'content.poster',
    },
    prepare: ({ title, text, type, seconds, picture, poster }) => ({
      title: title ?? text?.replaceAll('\n', ' ') ?? '未选内容',
      subtitle: [playableTitles[type as keyof typeof playableTitles], secondsWords(seconds)]
        .filter(Boolean)
        .join(' · '),
      media: picture ?? poster ?? playableIcons[type as PlayableType] ?? PlaylistIcon,
    }),
  },
})

export const hotlineItem = defineType({
  name: 'hotlineItem',
  title: '热线与二维码',
  type: 'object',
  icon: HotlineIcon,
  fields: [
    defineField({
      name: 'text',
      title: '一句话',
      description: '写在热线号码上方。不填就用“法律问题 免费咨询”。',
      type: 'string',
      validation: (rule) => rule.max(24).error('最多 24 个字'),
    }),
    secondsField('不填就是 12 秒。'),
    capField,
  ],
  preview: {
    select: { text: 'text', seconds: 'seconds' },
    prepare: ({ text, seconds }) => ({ title: text ?? '热线与二维码', subtitle: secondsWords(seconds) }),
  },
})

const latestTitles = {
  slogan: '最新标语',
  legalQuestion: '最新问答',
  notice: '正在有效的通知',
  typicalCase: '最新案例',
  mural: '最新一期墙画',
  video: '最新影片',
} as const satisfies Record<LatestItem['contentType'], string>

const isOf =
  (contentType: LatestItem['contentType']) =>
  ({ parent }: { parent?: unknown }) =>
    (parent as Partial<LatestItem> | undefined)?.contentType !== contentType

const nearOrAny = (own: string) => ({
  list: [
    { value: 'any', title: '不限' },
    { value: 'own', title: own },
  ],
  layout: 'radio' as const,
})

export const latestItem = defineType({
  name: 'latestItem',
  title: '自动取最新',
  type: 'object',
  icon: SloganIcon,
  fields: [
    defineField({
      name: 'contentType',
      title: '取什么',
      description: '每次有新的发布，屏幕自己换上，不用改播放单。',
      type: 'string',
      options: {
        list: latestTypes.map((value) => ({ value, title: latestTitles[value] })),
        layout: 'radio',
      },
      initialValue: 'slogan',
      validation: (rule) => rule.required().error('请选择取什么'),
    }),
    defineField({
      name: 'topic',
      title: '只取一个主题',
      description: '不选就是所有主题。',
      type: 'reference',
      to: [{ type: 'topic' }],
    }),
    defineField({
      name: 'county',
      title: '哪里的',
      description: '同一个播放单放到各县的屏上，“本县”会各取各的：屏幕所在县的，加上全市的。',
      type: 'string',
      options: nearOrAny('屏幕所在的县区'),
      initialValue: 'any',
    }),
    defineField({
      name: 'village',
      title: '哪个村的墙画',
      description: '“屏幕所在的村”只取这块屏所在村的墙画；不在村里的屏幕就没有这一项。',
      type: 'string',
      options: nearOrAny('屏幕所在的村'),
      hidden: isOf('mural'),
    }),
    defineField({
      name: 'genre',
      title: '哪一类影片',
      description: '不选就是所有类型。',
      type: 'string',
      options: { list: choices(videoGenres), layout: 'radio' },
      hidden: isOf('video'),
    }),
    defineField({
      name: 'count',
      title: '取几条',
      type: 'number',
      initialValue: 3,
      validation: (rule) => rule.required().integer().min(1).max(20).error('请写 1 到 20 之间的整数'),
    }),
    secondsField('不填就按字数算，人能读完为准；影片按片长播完。'),
    capField,
  ],
  preview: {
    select: {
      contentType: 'contentType',
      count: 'count',
      topic: 'topic.title',
      county: 'county',
      seconds: 'seconds',
    },
    prepare: ({ contentType, count, topic, county, seconds }) => ({
      title: `${latestTitles[contentType as keyof typeof latestTitles] ?? '最新'} ${count ?? ''} 条`,
      subtitle: [topic, county === 'own' && '本县', secondsWords(seconds)].filter(Boolean).join(' · '),
    }),
  },
})

export const clockItem = defineType({
  name: 'clockItem',
  title: '时钟',
  type: 'object',
  icon: ClockIcon,
  fields: [secondsField('不填就是 8 秒。'), capField],
  preview: {
    select: { seconds: 'seconds' },
    prepare: ({ seconds }) => ({ title: '时钟', subtitle: secondsWords(seconds) }),
  },
})
