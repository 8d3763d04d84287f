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

const pictureOf = (name: string, title: string, description: string) => ({
  name,
  title,
  description,
  type: 'image' as const,
  options: { hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif,image/svg+xml' },
  fields: [
    defineField({
      name: 'alt',
      title: '图片说明（给看不见图片的人）',
      description: '说清图上是什么、有什么字。读屏软件会念出来。',
      type: 'string',
      validation: (rule) =>
        rule.custom((alt: string | undefined, { parent }) =>
          !(parent as { asset?: unknown } | undefined)?.asset || alt?.trim() ? true : '请填写图片说明',
        ),
    }),
    defineField({
      name: 'caption',
      title: '图注',
      description: '印在图片下面的一句话，可以不填。',
      type: 'string',
    }),
  ],
})

export function pictureField(name: string, title: string, description: string) {
  return defineField(pictureOf(name, title, description))
}

export function requiredPictureField(name: string, title: string, description: string) {
  return defineField({
    ...pictureOf(name, title, description),
    validation: (rule) => rule.required().assetRequired().error(`请上传${title}`),
  })
}
