/** @file 播放单: what plays one after another. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { PlaylistIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

export const playlist = defineType({
  name: 'playlist',
  title: '播放单',
  type: 'document',
  icon: PlaylistIcon,
  fields: [
    titleField('名称', '给编辑自己看的名称，例如：集日早场。'),
    defineField({
      name: 'items',
      title: '播放内容',
      description: '从上到下依次播放，播完从头再来。拖动可以换次序。过期的内容会自动跳过。',
      type: 'array',
      of: [
        defineArrayMember({ type: 'contentItem' }),
        defineArrayMember({ type: 'latestItem' }),
        defineArrayMember({ type: 'hotlineItem' }),
        defineArrayMember({ type: 'clockItem' }),
        defineArrayMember({ type: 'galleryItem' }),
        defineArrayMember({ type: 'countdownItem' }),
        defineArrayMember({ type: 'testPatternItem' }),
      ],
      validation: (rule) => [
        rule.required().min(1).error('请至少放一项播放内容'),
        rule.max(200).error('最多 200 项，请拆成几个播放单'),
      ],
    }),
    countyOrAllField(),
  ],
  preview: {
    select: { title: 'title', items: 'items', county: 'county.title' },
    prepare: ({ title, items, county }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(`${Array.isArray(items) ? items.length : 0} 项`, county ?? '全市'),
    }),
  },
})
