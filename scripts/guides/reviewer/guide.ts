/** @file What a reviewer does, on a phone. */
import type { Guide } from '../shape.ts'
import { signingIn } from '../signing-in.ts'
import { handIn } from './prepare.ts'
import { approving, changes, sendingBack, several, waiting } from './reading.ts'
import { keyPeriod, standingIn, urgent } from './special.ts'

export const reviewerGuide: Guide = {
  name: 'reviewer',
  title: '审核使用指南',
  opening:
    '给初审、复审、终审的人。用手机就能审，坐车、开会间隙都行；用电脑也一样，只是单子在左边、内容在右边。',
  roles: ['reviewer'],
  viewport: { width: 390, height: 844 },
  before: handIn,
  chapters: [
    signingIn('示例初审', '最上面写着有几份“内容等您审核”。'),
    ...[waiting, approving, changes, sendingBack, several, urgent, standingIn, keyPeriod],
  ],
}
