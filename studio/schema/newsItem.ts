/** @file 动态: a piece of news with its text. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { NewsIcon } from '../icons/knowledge.tsx'
import { pictureField, recordingField } from './fields/knowledge.ts'
import { countyOrAllField } from './fields/places.ts'
import { publishedOnField, requiredTextField, slugField, sourceField, titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

const body = defineField({
  name: 'body',
  title: '正文',
  description: '分成短段；长文加小标题。',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      title: '段落',
      styles: [
        { title: '正文', value: 'normal' },
        { title: '小标题', value: 'h2' },
        { title: '次级小标题', value: 'h3' },
        { title: '引用', value: 'blockquote' },
      ],
      lists: [
        { title: '圆点列表', value: 'bullet' },
        { title: '编号列表', value: 'number' },
      ],
      marks: {
        decorators: [{ title: '加粗', value: 'strong' }],
        annotations: [
          {
            name: 'link',
            title: '链接',
            type: 'object',
            fields: [
              defineField({
                name: 'href',
                title: '网址',
                description: '站内写 /questions/… 这样的地址，站外写完整网址。',
                type: 'url',
                validation: (rule) =>
                  rule
                    .required()
                    .uri({ allowRelative: true, scheme: ['https', 'http', 'tel'] })
                    .error('请写完整的网址，或站内以 / 开头的地址'),
              }),
            ],
          },
        ],
      },
    }),
  ],
  validation: (rule) => rule.required().min(1).error('请填写正文'),
})

export const newsItem = defineType({
  name: 'newsItem',
  title: '动态',
  type: 'document',
  icon: NewsIcon,
  fields: [
    titleField('标题', '说清谁做了什么。', 60),
    slugField('news', '/news/网址名'),
    publishedOnField(),
    requiredTextField('summary', '摘要', '一两句话，列表里显示。', 2),
    body,
    pictureField('cover', '配图', '可以不配。用自己拍的照片，不用网上的图。'),
    recordingField('正文'),
    sourceField(),
    countyOrAllField(),
  ],
  orderings: [{ name: 'latest', title: '新的在前', by: [{ field: 'publishedOn', direction: 'desc' }] }],
  preview: {
    select: { title: 'title', publishedOn: 'publishedOn', county: 'county.title', media: 'cover' },
    prepare: ({ title, publishedOn, county, media }) => ({
      title: title ?? '（还没有标题）',
      subtitle: subtitle(publishedOn, county ?? '全市'),
      ...(media ? { media } : {}),
    }),
  },
})
