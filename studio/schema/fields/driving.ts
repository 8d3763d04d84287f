/** @file How a screen is driven besides what it plays: strip and mark, hours and brightness, disk and duty. */
import { defineArrayMember, defineField } from 'sanity'
import type { ScreenDocument } from '../../../contracts/documents/index.ts'
import { tickerHeightMin, tickerLinesMax } from '../../../contracts/regions.ts'
import { hoursWhole, nightWhole, tickerFits, tickerLine } from '../rules/screen.ts'
import { timeOfDay } from '../rules/time.ts'
import { numberField } from './number.ts'

export const drivingGroups = [
  { name: 'regions', title: '飞字和角标' },
  { name: 'hours', title: '开屏、亮度和静音' },
  { name: 'care', title: '值守' },
]

const hourFields = [
  defineField({
    name: 'from',
    title: '从几点',
    description: '两位数的时和分，例如 06:30。',
    type: 'string',
    placeholder: '06:30',
    validation: (rule) => rule.custom((text: string | undefined) => timeOfDay(text)),
  }),
  defineField({
    name: 'until',
    title: '到几点',
    description: '例如 22:00，不含这一分钟。早于开始时间，就是到第二天的这个时间。',
    type: 'string',
    placeholder: '22:00',
    validation: (rule) => rule.custom((text: string | undefined) => timeOfDay(text, true)),
  }),
]

function hoursField(name: 'lit' | 'quiet', title: string, description: string) {
  return defineField({
    name,
    title,
    description,
    type: 'object',
    group: 'hours',
    options: { columns: 2 },
    fields: hourFields,
    validation: (rule) => rule.custom((hours) => hoursWhole(hours)),
  })
}

const ticker = defineField({
  name: 'ticker',
  title: '底部飞字',
  description: '画面最下面一条一直走的字，上面照常播放。屏高 60 以上才放得下。',
  type: 'object',
  group: 'regions',
  fields: [
    defineField({ name: 'on', title: '打开飞字', type: 'boolean', initialValue: false }),
    defineField({
      name: 'lines',
      title: '自己写的话',
      description: '一行一句，排在最前面，一直有效。有期限的话请发成公告，再用播放单带进来。',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: '一句话',
          validation: (rule) => rule.custom((text: string | undefined) => tickerLine(text)),
        }),
      ],
      validation: (rule) => rule.max(tickerLinesMax).error(`最多 ${tickerLinesMax} 行，请删去一些`),
    }),
    defineField({
      name: 'playlist',
      title: '从播放单取字',
      description: '取其中标语、公告和问答的文字；到期的自己消失。图片和视频不取。',
      type: 'reference',
      to: [{ type: 'playlist' }],
      options: { disableNew: true },
    }),
    numberField({
      name: 'height',
      title: '飞字高度（LED 像素）',
      description: '不填就按屏幕大小自动定。',
      min: tickerHeightMin,
      max: 400,
      required: false,
    }),
  ],
  validation: (rule) =>
    rule.custom((value, { document }) =>
      tickerFits(value as ScreenDocument['ticker'], document as Partial<ScreenDocument> | undefined),
    ),
})

export const drivingFields = [
  ticker,
  defineField({
    name: 'corner',
    title: '右上角放热线号码',
    description: '小小一行，挡住文字时自己让开。宽 192、高 96 以上的屏才放。',
    type: 'boolean',
    group: 'regions',
    initialValue: false,
  }),
  hoursField('lit', '几点到几点亮屏', '其余时间黑屏休息，不算故障。不填就一直亮。'),
  numberField({
    name: 'brightnessPercent',
    title: '白天亮度（1–100）',
    description: '在画面上压暗，最好先在屏幕控制器里调好。不填就是 100。',
    group: 'hours',
    min: 1,
    max: 100,
    required: false,
  }),
  defineField({
    name: 'night',
    title: '夜里调暗',
    description: '夜里太亮会扰民，也伤灯珠，一般 20 到 40。',
    type: 'object',
    group: 'hours',
    options: { columns: 3 },
    fields: [
      ...hourFields,
      numberField({
        name: 'brightnessPercent',
        title: '夜间亮度（1–100）',
        description: '这段时间里用它代替白天亮度。',
        min: 1,
        max: 100,
        required: false,
      }),
    ],
    validation: (rule) => rule.custom((night) => nightWhole(night)),
  }),
  hoursField('quiet', '几点到几点静音', '午休和夜里不出声，字幕照常。不填就按音量。'),
  numberField({
    name: 'cacheGigabytes',
    title: '播放盒上存多少（GB）',
    description: '图片和视频最多占多少硬盘。不填就是 2。',
    group: 'care',
    min: 0.5,
    max: 64,
    required: false,
    whole: false,
  }),
  numberField({
    name: 'silentMinutes',
    title: '多少分钟没消息就报警',
    description: '只在应当亮屏的时间里算。不填就是 10。',
    group: 'care',
    min: 2,
    max: 1440,
    required: false,
  }),
]
