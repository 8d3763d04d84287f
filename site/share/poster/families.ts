/**
 * @file Which picture a poster carries, from the words of its topics. Pure.
 *
 * Topics are the editors' own, so that words decide and not identifiers; what no word tells gets the
 * picture of its kind of document, and at last the scales.
 */

export const families = [
  'wages',
  'injury',
  'road',
  'violence',
  'elders',
  'inheritance',
  'child',
  'family',
  'money',
  'land',
  'neighbours',
  'fraud',
  'vice',
  'aid',
  'lawyer',
  'fair',
  'law',
] as const
export type Family = (typeof families)[number]

/** The first that matches wins: what is narrower stands before what is wider. */
const words: readonly (readonly [Family, RegExp])[] = [
  ['vice', /邪教|禁毒|毒品|禁赌|赌博|断卡/],
  ['fraud', /诈骗|防骗|反诈|消费|电信/],
  ['violence', /家暴|家庭暴力/],
  ['injury', /工伤|受伤/],
  ['road', /交通|车祸|道路/],
  ['wages', /工资|工钱|欠薪|讨薪|劳动|试用|辞退|用工|仲裁/],
  ['elders', /赡养|养老|老年|老人/],
  ['inheritance', /继承|遗嘱|父债|后事/],
  ['child', /未成年|抚养|儿童|学生|校园/],
  ['money', /借钱|借条|借款|债|担保|利息|时效/],
  ['family', /离婚|婚姻|彩礼|夫妻|家庭|结婚/],
  ['land', /宅基地|承包|土地|耕地/],
  ['neighbours', /邻|相邻|调解|狗|噪声|抛物|饲养/],
  ['aid', /援助|法援/],
  ['law', /宪法|法典|国家安全|消防/],
]

const kinds: Readonly<Record<string, Family>> = {
  lawyer: 'lawyer',
  lawOffice: 'aid',
  village: 'neighbours',
  cultureSite: 'fair',
  activity: 'fair',
  newsItem: 'fair',
  muralCampaign: 'fair',
}

/** @param topics titles of topics, the chief one first */
export function familyOf(type: string, topics: readonly string[], title: string): Family {
  const ofKind = kinds[type]
  // A person is known by the trade, not by the matters taken.
  if (ofKind === 'lawyer') return ofKind
  for (const text of [...topics, title]) {
    const found = words.find(([, pattern]) => pattern.test(text))
    if (found) return found[0]
  }
  return ofKind ?? 'law'
}
