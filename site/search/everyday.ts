/**
 * @file How people around here talk: what they say beside the thing they ask about, and words of the
 * family and of money that have many names. Pure.
 *
 * Only words that mean the same in every trouble stand here. Words of one trouble (讨薪, 退彩礼) are
 * synonyms of its topic, and editors keep those. No pattern looks behind: browsers of old phones cannot.
 */

const elders = '父亲|母亲|爹|爸爸?|妈妈?|娘|老人|老爷子|老太太|老伴|公公|婆婆|爷爷|奶奶'

/** Read in this order, texts and questions alike, so that either wording finds the other. */
const sameWords: readonly (readonly [pattern: RegExp, word: string])[] = [
  [new RegExp(`(${elders})(?:没了|死了|走了|不在了|过世)`, 'g'), '$1去世'],
  // 受了伤 is 受伤, 离了婚 is 离婚; 私了 and 了结 are words of their own.
  [/(^|[^私])了(?![结解断])/g, '$1'],
  [/儿媳妇/g, '儿媳'],
  [/媳妇|老婆/g, '妻子'],
  [/老公/g, '丈夫'],
  [/([俺我])男人/g, '$1丈夫'],
  [/闺女/g, '女儿'],
  [/(^|[^小])姑娘/g, '$1女儿'],
  [/老爷子|爹|爸爸?/g, '父亲'],
  [/老娘|妈妈?/g, '母亲'],
  [/小娃|娃娃?/g, '孩子'],
  [/工资|薪水|血汗钱/g, '工钱'],
  [/饥荒|欠账|欠帐/g, '欠债'],
  [/瞅|瞧/g, '看'],
]

/** What people say around the thing they ask about. */
const stopPhrases = [
  '应该怎么办', '该怎么办', '怎么办理', '怎么办呢', '怎么办', '怎么回事', '怎么样', '怎么弄', '怎么整',
  '怎么', '怎样', '如何', '咋回事', '咋个办', '咋办', '咋弄', '咋整', '咋样', '咋', '啥时候', '为啥', '有啥',
  '是啥', '啥', '为什么', '凭什么', '什么时候', '是什么', '什么', '哪里', '哪儿', '请问', '想问一下', '我想问',
  '想问', '打听一下', '问一下', '麻烦问', '能不能', '可不可以', '可以', '能否', '是否', '是不是', '有没有',
  '算不算', '行不行', '中不中', '对不对', '用不用', '要不要', '该不该', '多少', '一分钱', '一点',
  '吗', '呢', '吧', '啊', '呀', '嘛', '哩', '俺们', '咱们', '我们', '他们', '俺', '咱', '我', '你',
  '他', '她', '的',
] // prettier-ignore

const stopPattern = new RegExp([...stopPhrases].sort((a, b) => b.length - a.length).join('|'), 'g')

/** The same in pinyin, its syllables parted by blanks. */
const spokenStopPattern = /\b(?:zen me ban|zen me|zen yang ban|zen yang|za ban|za zheng|ma|de|le|wo)\b/g

/** 给钱不, 能告不: the 不 that closes a question. */
const closingNot = /(\p{Script=Han})不(?=[\s，。、？！；,.?!;]|$)/gu

/** Texts and questions alike: one word for each of the many names. */
export function sameWording(text: string): string {
  return sameWords.reduce((read, [pattern, word]) => read.replaceAll(pattern, word), text)
}

/** Questions alone: a blank for each phrase that names no trouble. */
export function withoutSmallTalk(question: string): string {
  return question.replaceAll(closingNot, '$1 ').replaceAll(stopPattern, ' ')
}

/** Syllables without those that name no trouble; what stood on both sides of them is not neighbouring. */
export function spokenWithoutSmallTalk(syllables: readonly string[]): readonly (readonly string[])[] {
  const runs = ` ${syllables.join(' ')} `.replaceAll(spokenStopPattern, '/').split('/')
  return runs
    .map((run) => run.split(' ').filter((syllable) => syllable !== ''))
    .filter((run) => run.length > 0)
}
