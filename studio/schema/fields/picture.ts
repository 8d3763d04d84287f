/** @file Pictures, with what must be known of one before people see it. */
import { defineField } from 'sanity'
import { PictureInput } from '../../media/picture/PictureInput.tsx'
import {
  hasAlt,
  hasRights,
  privacyAnswered,
  privacyKnown,
  rightsKnown,
  tellingAlt,
} from '../rules/picture.ts'

const pictureOf = (name: string, title: string, description: string) => ({
  name,
  title,
  description,
  type: 'image' as const,
  options: { hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif,image/svg+xml' },
  components: { input: PictureInput },
  fields: [
    defineField({
      name: 'alt',
      title: '图片说明（给看不见图片的人）',
      description:
        '说清图上是什么、有什么字，读屏软件会念出来。例如：村文化广场上，十几位老人围坐着听律师讲课，横幅上写着“法治进乡村”。',
      type: 'string',
      validation: (rule) => [
        rule.custom((alt: string | undefined, { parent }) => hasAlt(alt, parent)),
        rule.custom(tellingAlt).warning(),
      ],
    }),
    defineField({
      name: 'privacyChecked',
      title: '画面里没有认得出的人脸、车牌、门牌、病历、身份证；有的已打码，或已取得本人同意',
      description: '先把画面看一遍再打勾。要盖住的，点上面的“打码”。未成年人的脸一律打码。',
      type: 'boolean',
      options: { layout: 'checkbox' },
      validation: (rule) => [
        rule.custom((checked: boolean | undefined, { parent }) => privacyAnswered(checked, parent)),
        rule.custom((checked: boolean | undefined, { parent }) => privacyKnown(checked, parent)).warning(),
      ],
    }),
    defineField({
      name: 'rights',
      title: '图片来源与使用许可',
      description: '谁拍的或谁画的，凭什么可以用，网站上不显示。例如：本局宣传科 2026 年 11 月拍摄。',
      type: 'string',
      validation: (rule) => [
        rule.custom((rights: string | undefined, { parent }) => hasRights(rights, parent)),
        rule.custom((rights: string | undefined, { parent }) => rightsKnown(rights, parent)).warning(),
      ],
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
