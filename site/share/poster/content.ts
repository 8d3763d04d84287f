/** @file What a poster of an item says. Pure. */
import { chineseDate } from '../../words/dates.ts'
import type { ShareItem } from '../item.ts'
import { isPublic, shortAddress } from '../link.ts'
import type { PosterContent } from './compose.ts'
import { familyOf, type Family } from './families.ts'

/**
 * Where help cannot wait, the police come first: 反家庭暴力法 art. 13 and 15 (a victim may report to the
 * police, who come at once).
 */
const nextSteps: Partial<Readonly<Record<Family, string>>> = {
  violence: '正在挨打先报110，问法律打',
  fraud: '钱已转出先报110，问法律打',
}

export function posterContent(
  item: ShareItem,
  given: { bureau: string; hotline: string; hours: string; origin: string; code: string },
): PosterContent {
  const family = familyOf(item.type, item.topics, item.title)
  const { bureau, hotline, hours, origin, code } = given
  return {
    family,
    kind: item.kind,
    headline: item.headline,
    sentence: item.sentence,
    nextStep: nextSteps[family] ?? '拿不准怎么办，先打电话问一问',
    hotline,
    hours,
    address: shortAddress(origin, code),
    bureau,
    dated: item.dated ? `${item.dated.label}：${chineseDate(item.dated.date)}` : '',
    isSample: !isPublic(origin),
  }
}
