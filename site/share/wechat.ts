/** @file The text for a WeChat group: three to five short lines. Pure. */
import type { ShareItem } from './item.ts'

const stepsLengthMax = 60

/** @param address the short address of the item */
export function wechatText(item: ShareItem, hotline: string, address: string): string {
  const headline = item.headline.replaceAll('\n', '，')
  const sentence = item.sentence.replaceAll('\n', '；')
  let todo = ''
  for (const { title } of item.steps) {
    const longer = todo === '' ? title : `${todo}→${title}`
    if ([...longer].length > stepsLengthMax) break
    todo = longer
  }
  return [
    headline.startsWith('【') ? headline : `【${item.kind}】${headline}`,
    sentence,
    todo === '' ? '' : `怎么办：${todo}`,
    `拿不准，打${hotline}问一问。`,
    `看全文：${address}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}
