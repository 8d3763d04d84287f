/** @file Item kinds in words, and which of them teach law. Pure. */

const titles: Readonly<Record<string, string>> = {
  slogan: '标语',
  notice: '通知',
  image: '图片',
  video: '短片',
  lawyerTalk: '律师说法',
  question: '法律问答',
  gallery: '普法墙画',
  hotline: '服务热线',
  countdown: '倒计时',
  board: '数据牌',
  live: '直播',
  clock: '时钟',
  testPattern: '测试图',
}

/** A clock tells the time, a notice what goes on, a test picture nothing: none of them teaches law. */
const teachesNothing: ReadonlySet<string> = new Set(['clock', 'notice', 'testPattern'])

export const kindTitle = (kind: string): string => titles[kind] ?? kind
export const isEducation = (kind: string): boolean => !teachesNothing.has(kind)
