/** @file What an operator does: screens, their week, and what cannot wait. */
import type { Guide } from '../shape.ts'
import { signingIn } from '../signing-in.ts'
import { stopAll, takeOver, withdrawal } from './orders.ts'
import { plugIn } from './player.ts'
import { pairing, silent, wall } from './screens.ts'
import { copyWeek, report, week } from './week.ts'

export const operatorGuide: Guide = {
  name: 'operator',
  title: '播控使用指南',
  opening: '给管屏幕的人。平时看一眼总览；要紧的时候，抢播、停播、撤下都在几秒钟以内。',
  roles: ['operator'],
  viewport: { width: 1440, height: 900 },
  before: plugIn,
  chapters: [
    signingIn('示例播控', '编辑台。最上面一行有“屏幕值守”和“排期日历”。'),
    ...[pairing, wall, week, copyWeek, takeOver, stopAll, withdrawal, report, silent],
  ],
}
