/** @file What an editor does, from signing in to taking down. */
import type { Guide } from '../shape.ts'
import { signingIn } from '../signing-in.ts'
import { beingAway, lawyers, picture, readersReport, takingDown } from './others.ts'
import { question } from './question.ts'
import { handingIn, sentBack } from './review.ts'
import { onSign, writing } from './slogan.ts'

export const editorGuide: Guide = {
  name: 'editor',
  title: '编辑使用指南',
  opening: '给写稿的人。在电脑上用。照着做一遍大约半小时；以后忘了哪一步，回来翻那一章就行。',
  roles: ['editor', 'administrator', 'viewer'],
  viewport: { width: 1440, height: 900 },
  chapters: [
    signingIn('示例编辑', '编辑台。左边一列叫“内容”，最上面一行有“审核”“屏幕值守”这些按钮。'),
    ...[
      writing,
      onSign,
      handingIn,
      sentBack,
      question,
      picture,
      lawyers,
      readersReport,
      takingDown,
      beingAway,
    ],
  ],
}
