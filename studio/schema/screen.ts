/** @file 屏幕: an LED sign where it stands, with the size of its picture. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { isZone } from '../../contracts/schedule/zone.ts'
import { ScreenIcon } from '../icons/screens.tsx'
import { addressField } from './fields/contact.ts'
import { drivingFields, drivingGroups } from './fields/driving.ts'
import { numberField } from './fields/number.ts'
import { countyField, townshipField, villageField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { legibleSign } from './rules/legible.ts'
import { choices, screenTransitions, subtitle } from './words.ts'

function referencesField(name: string, title: string, description: string, to: string) {
  return defineField({
    name,
    title,
    description,
    type: 'array',
    group: 'place',
    of: [defineArrayMember({ type: 'reference', title, to: [{ type: to }], options: { disableNew: true } })],
    validation: (rule) => rule.unique().error('同一个选了两次，请删去一个'),
  })
}

export const screen = defineType({
  name: 'screen',
  title: '屏幕',
  type: 'document',
  icon: ScreenIcon,
  validation: (rule) => rule.custom(legibleSign).warning(),
  groups: [
    { name: 'place', title: '在哪里', default: true },
    { name: 'panel', title: '屏体' },
    { name: 'playing', title: '播放' },
    ...drivingGroups,
  ],
  fields: [
    {
      ...titleField('名称', '编辑和值班人员一看就知道是哪块屏，例如：乙县人民广场东屏。', 40),
      group: 'place',
    },
    { ...countyField(), group: 'place' },
    { ...townshipField(), group: 'place' },
    { ...villageField(), group: 'place' },
    { ...addressField('写到路口和朝向，检修的人按它去找。'), group: 'place' },
    referencesField('groups', '屏幕组', '放进哪些屏幕组，可以不选。', 'screenGroup'),
    referencesField('audiences', '常看的人群', '这块屏主要给谁看，排期可以按人群选屏。', 'audience'),
    numberField({
      name: 'width',
      title: '画面宽（LED 像素）',
      description: '屏体横向有多少个灯点，看铭牌或问厂家。',
      group: 'panel',
      min: 16,
      max: 4096,
    }),
    numberField({
      name: 'height',
      title: '画面高（LED 像素）',
      description: '屏体纵向有多少个灯点。',
      group: 'panel',
      min: 16,
      max: 4096,
    }),
    numberField({
      name: 'regionX',
      title: '取景左边距',
      description: '发送卡从显示器画面的第几列开始取。拿不准就写 0。',
      group: 'panel',
      min: 0,
      max: 7680,
      initialValue: 0,
    }),
    numberField({
      name: 'regionY',
      title: '取景上边距',
      description: '发送卡从显示器画面的第几行开始取。拿不准就写 0。',
      group: 'panel',
      min: 0,
      max: 4320,
      initialValue: 0,
    }),
    numberField({
      name: 'pitchMm',
      title: '点间距（毫米）',
      description: 'P10 屏写 10，P4 屏写 4。可以不填。',
      group: 'panel',
      min: 0.5,
      max: 50,
      required: false,
      whole: false,
    }),
    numberField({
      name: 'viewingDistanceM',
      title: '观看距离（米）',
      description: '多数人站在多远的地方看，用来决定字的大小。可以不填。',
      group: 'panel',
      min: 1,
      max: 500,
      required: false,
      whole: false,
    }),
    numberField({
      name: 'volumePercent',
      title: '音量（0–100）',
      description: '0 就是静音。居民区附近请用静音。',
      group: 'playing',
      min: 0,
      max: 100,
      initialValue: 0,
    }),
    defineField({
      name: 'transition',
      title: '换内容的样子',
      description: '不选就自动：矮于 64 点的屏直接换，其他屏渐变。',
      type: 'string',
      group: 'playing',
      options: { list: choices(screenTransitions), layout: 'radio', direction: 'horizontal' },
    }),
    defineField({
      name: 'fallback',
      title: '没有排期时播什么',
      description: '不选就用“网站与单位”里定的播放单。屏幕任何时候都不会黑屏。',
      type: 'reference',
      group: 'playing',
      to: [{ type: 'playlist' }],
      options: { disableNew: true },
    }),
    numberField({
      name: 'leaseDays',
      title: '断网后照旧播几天',
      description: '超过这些天还连不上，就只播“没有排期时播什么”。不填就是 45 天。',
      group: 'playing',
      min: 1,
      max: 90,
      required: false,
    }),
    defineField({
      name: 'zone',
      title: '时区',
      description: '国内的屏幕不用填。',
      type: 'string',
      group: 'playing',
      placeholder: 'Asia/Shanghai',
      validation: (rule) =>
        rule.custom(
          (zone: string | undefined) => !zone || isZone(zone) || '没有这个时区，国内请留空或写 Asia/Shanghai',
        ),
    }),
    ...drivingFields,
  ],
  orderings: [{ name: 'title', title: '按名称', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', county: 'county.title', address: 'address', width: 'width', height: 'height' },
    prepare: ({ title, county, address, width, height }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(county, width && height && `${width}×${height}`, address),
    }),
  },
})
