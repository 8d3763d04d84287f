/** @file 人群: for whom the screen of a place speaks. */
import { defineType } from 'sanity'
import { AudienceIcon } from '../icons/screens.tsx'
import { textField, titleField } from './fields/wording.ts'

export const audience = defineType({
  name: 'audience',
  title: '人群',
  type: 'document',
  icon: AudienceIcon,
  fields: [
    titleField('名称', '例如：农民工、老年人、未成年人。', 20),
    textField('description', '说明', '这些人常在哪里、关心什么。', 2),
  ],
  preview: { select: { title: 'title', subtitle: 'description' } },
})
