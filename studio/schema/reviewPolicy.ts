/** @file 审核规则: one document of the bureau, kept by administrators. */
import { ControlsIcon } from '@sanity/icons'
import { defineField, defineType } from 'sanity'

export const reviewPolicy = defineType({
  name: 'reviewPolicy',
  title: '审核规则',
  type: 'document',
  icon: ControlsIcon,
  fields: [
    defineField({
      name: 'levels',
      title: '要审几次',
      description: '初审、复审、终审由三个人分别办理，写稿的人不能审自己的稿。',
      type: 'number',
      initialValue: 3,
      options: {
        list: [
          { value: 3, title: '三审：初审、复审、终审' },
          { value: 2, title: '两审：初审、终审' },
          { value: 1, title: '一审：终审' },
        ],
        layout: 'radio',
      },
      validation: (rule) => rule.required().error('请选择要审几次'),
    }),
  ],
  preview: { prepare: () => ({ title: '审核规则' }) },
})
