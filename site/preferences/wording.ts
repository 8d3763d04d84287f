/** @file The sentences of the preference flow and its sheet. Pure. */
import { preferencesMin } from './state.ts'

const numerals = ['一', '二', '三', '四', '五']

/** 第一意向 */
export const placeName = (at: number): string => `第${numerals[at] ?? at + 1}意向`

/** Why a list of this length makes no sheet; null when it does. */
export function whyTooFew(count: number): string | null {
  if (count >= preferencesMin) return null
  return count === 0
    ? '还没有选人。请至少选两位：第一位接不了，中心还可以安排第二位。'
    : '只选了一位，还差一位。点援要写两位或更多：第一位接不了，中心还可以安排下一位。'
}

/** What is said of people in an old link whom the list no longer knows; null when there are none. */
export function whoIsMissing(count: number): string | null {
  return count === 0
    ? null
    : `这个链接里有${count}位已经不在现在的名单上（可能换了机构、注销了执业，或者网址写错了），没有列出来。`
}

export interface Spoken {
  /** Title of the topic; null for another matter. */
  topic: string | null
  county: string | null
  people: readonly { name: string; office: { title: string } | null }[]
}

/** Two sentences to begin a call or a visit with. */
export function firstWords({ topic, county, people }: Spoken): string {
  const about = topic === null ? '' : `，是“${topic}”方面的事`
  const where = county === null ? '' : `，事情在${county}`
  const named = people.map(({ name, office }) => (office ? `${office.title}的${name}` : name)).join('、')
  return (
    `您好，我想申请法律援助${about}${where}。` +
    `承办人我依次希望是${named}，请尽量安排；材料要是还缺什么，麻烦一次告诉我。`
  )
}
