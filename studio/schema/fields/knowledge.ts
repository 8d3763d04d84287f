/** @file Fields that tie a document to topics, to the law and to pictures. */
import { defineArrayMember, defineField } from 'sanity'

const topicsBase = {
  name: 'topics',
  title: '主题',
  type: 'array' as const,
  of: [
    defineArrayMember({
      type: 'reference',
      title: '主题',
      to: [{ type: 'topic' }],
      options: { disableNew: true },
    }),
  ],
}
const usualTopics = '选择相关的主题，网站和屏幕按主题找内容。'

export function topicsField(description = usualTopics) {
  return defineField({
    ...topicsBase,
    description,
    validation: (rule) => rule.unique().error('同一个主题选了两次，请删去一个'),
  })
}

export function requiredTopicsField(description = usualTopics) {
  return defineField({
    ...topicsBase,
    description,
    validation: (rule) => [
      rule.required().min(1).error('请至少选择一个主题'),
      rule.unique().error('同一个主题选了两次，请删去一个'),
    ],
  })
}

export function citationsField(description = '写明依据哪部法律的哪一条。大意用自己的话说，不要抄条文。') {
  return defineField({
    name: 'citations',
    title: '法律依据',
    description,
    type: 'array',
    of: [defineArrayMember({ type: 'citation' })],
    validation: (rule) => rule.required().min(1).error('请至少写一条法律依据'),
  })
}

export function optionalCitationsField(description: string) {
  return defineField({
    name: 'citations',
    title: '法律依据',
    description,
    type: 'array',
    of: [defineArrayMember({ type: 'citation' })],
  })
}

/** Everybody, unless some are chosen. */
export function audiencesField(description: string) {
  return defineField({
    name: 'audiences',
    title: '人群',
    description,
    type: 'array',
    of: [
      defineArrayMember({
        type: 'reference',
        title: '人群',
        to: [{ type: 'audience' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => rule.unique().error('同一个人群选了两次，请删去一个'),
  })
}

export function relatedQuestionsField() {
  return defineField({
    name: 'related',
    title: '相关问答',
    type: 'array',
    of: [
      defineArrayMember({
        type: 'reference',
        title: '问答',
        to: [{ type: 'legalQuestion' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => rule.unique().error('同一个问答选了两次，请删去一个'),
  })
}

/** The page read aloud by a person. */
export function recordingField(what: string) {
  return defineField({
    name: 'recording',
    title: '录音',
    description: `请人把${what}念一遍，传上来（MP3 或 M4A）。网页上会多一个播放按钮；不传就用浏览器自带的朗读。`,
    type: 'file',
    options: { accept: 'audio/mpeg,audio/mp4,audio/ogg,audio/wav,.mp3,.m4a' },
  })
}

export { pictureField, requiredPictureField } from './picture.ts'
