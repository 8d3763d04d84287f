/**
 * @file What the village loudspeaker reads: about a minute, the hotline twice. Pure.
 *
 * An editor's own wording wins, with the hotline added where it says it less than twice. Otherwise whole sentences are taken in their order as long as they fit,
 * then the steps, then the chief sentence once more: who half listens hears it the second time.
 */
import type { ShareItem } from './item.ts'
import { lengthOf, sentences, takeWhole } from './sentences.ts'

export const spokenLengthMax = 260
/** As a village announcer reads. */
export const charactersPerSecond = 4.2

const digitNames = '零幺二三四五六七八九'

/** A number as it is read out: 12348 → 幺二三四八. */
export const spokenNumber = (number: string): string =>
  [...number].map((digit) => digitNames[Number(digit)] ?? '').join('')

const measures = '年月日天元块万亿条号时点分秒人名个倍岁米亩斤户次页周%％'

/** Telephone numbers digit by digit; amounts and dates stay as they are. */
export function withSpokenNumbers(text: string): string {
  return text.replace(/(?<![\d.])\d{3,}(?:-\d{3,})?(?![\d.])/g, (number, at: number) => {
    const next = text[at + number.length] ?? ''
    return next !== '' && measures.includes(next) ? number : spokenNumber(number.replaceAll('-', ''))
  })
}

export interface Script {
  text: string
  characters: number
  seconds: number
}

/** What the announcer says first, by the kind of document. */
const openings: Partial<Readonly<Record<ShareItem['type'], string>>> = {
  activity: '现在通知一场普法活动：',
  lawyer: '给大家介绍一位法律服务人员：',
  lawOffice: '给大家介绍一处能问法律的地方：',
  cultureSite: '给大家介绍一处学法律的地方：',
  village: '说说咱村有法律上的事该找谁：',
  law: '给大家说一部法律：',
  newsItem: '说一条普法消息：',
  typicalCase: '给大家说一个案例：',
}
/** A chief sentence that is longer is not worth saying twice. */
const repeatedLengthMax = 60

/** What a listener must not miss: the answer, the time and place, the person; a story is told once. */
function repeated({ type, headline, sentence }: ShareItem): string {
  const told = type === 'slogan' ? headline : sentence
  const worth = type === 'slogan' || type === 'legalQuestion' || type === 'activity' || type === 'village'
  return worth && lengthOf(told) <= repeatedLengthMax ? told.replaceAll('\n', '，') : ''
}

const stepNames = ['第一步', '第二步', '第三步', '第四步', '第五步', '第六步']

const asSentence = (text: string): string => {
  const plain = text.trim()
  return plain === '' || /[。！？][”』」）]*$/.test(plain) ? plain : `${plain}。`
}

const asScript = (text: string): Script => {
  const characters = lengthOf(text)
  return { text, characters, seconds: Math.round(characters / charactersPerSecond) }
}

/** Who hears the number once has no pen yet. */
function withNumberTwice(text: string, number: string): string {
  const said = text.split(number).length - 1
  if (said >= 2) return text
  return said === 1
    ? `${text}再说一遍，${number}。`
    : `${text}法律上的事，请打${number}，再说一遍，${number}。`
}

/** @param bureau who speaks */
export function loudspeakerScript(item: ShareItem, hotline: string, bureau: string): Script {
  const number = spokenNumber(hotline)
  if (item.spoken !== null && item.spoken.trim() !== '')
    return asScript(withNumberTwice(asSentence(withSpokenNumbers(item.spoken.trim())), number))
  const headline = item.headline.replaceAll('\n', '，')
  const first = openings[item.type] ?? '现在说一件跟法律有关的事：'
  const opening = withSpokenNumbers(`乡亲们好，${first}${asSentence(headline)}`)
  const closing = `还有不明白的，请拨打公共法律服务热线${number}，再说一遍，${number}。` + `${bureau}提醒您。`
  const spare = () => spokenLengthMax - lengthOf(opening) - lengthOf(closing) - lengthOf(body.join(''))
  const body: string[] = []
  const take = (sentence: string): boolean => {
    const spoken = withSpokenNumbers(sentence)
    if (lengthOf(spoken) > spare()) return false
    body.push(spoken)
    return true
  }
  const count = takeWhole(item.answer, (sentence) => take(asSentence(sentence)))
  body.length = count
  const whole = count === item.answer.length
  if (body.length === 0) {
    for (const sentence of sentences(item.sentence)) if (!take(asSentence(sentence))) break
  }
  if (whole) {
    for (const [index, step] of item.steps.entries()) {
      const name = stepNames[index]
      const long = `${name}，${step.title}：${asSentence(step.text)}`
      if (name === undefined || !(take(long) || take(`${name}，${asSentence(step.title)}`))) break
    }
  }
  const again = repeated(item)
  if (again !== '') take(`再说一遍：${asSentence(again)}`)
  return asScript(opening + body.join('') + closing)
}
