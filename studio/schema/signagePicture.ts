/** @file 屏幕图片: a picture made for LED screens. */
import { defineType } from 'sanity'
import { PictureIcon } from '../icons/screens.tsx'
import { topicsField } from './fields/knowledge.ts'
import { requiredPictureField } from './fields/picture.ts'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'

export const signagePicture = defineType({
  name: 'signagePicture',
  title: '屏幕图片',
  type: 'document',
  icon: PictureIcon,
  fields: [
    titleField('名称', '给编辑自己看的名称，不在屏幕上显示。'),
    requiredPictureField('picture', '图片', '黑底、大字、少颜色的图最清楚。屏幕上按比例缩放，不拉伸。'),
    topicsField(),
    countyOrAllField(),
  ],
  preview: {
    select: { title: 'title', county: 'county.title', media: 'picture' },
    prepare: ({ title, county, media }) => ({
      title: title ?? '（还没有名称）',
      subtitle: county ?? '全市',
      ...(media ? { media } : {}),
    }),
  },
})
