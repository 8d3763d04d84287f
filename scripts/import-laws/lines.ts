/**
 * @file What each line of a statute's text is, by its own form alone. Pure.
 *
 * Two shapes are read: `**第一条**　…` with bold article numbers, and plain `第一条 …`. A form that no statute
 * has is told apart from text, so that a broken file is noticed and not printed as law.
 */

export type Line =
  | { kind: 'blank' }
  /** `<!-- INFO END -->`: the lines on adoption end here. */
  | { kind: 'endOfAdoption' }
  | { kind: 'comment' }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'article'; label: string; text: string; bold: boolean }
  /** （一）…; the label is written full-width whatever the file has. */
  | { kind: 'item'; numeral: string; label: string; text: string }
  /** 1. …, below an item */
  | { kind: 'subItem'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'strange'; message: string }

const space = '[ \\t\\u3000]'
const label = '第[^第条\\s*]{1,12}条(?:之[零一二三四五六七八九十百\\d]{1,4})?'
const boldArticle = new RegExp(`^\\*\\*(${label})\\*\\*${space}*(.*)$`)
const plainArticle = new RegExp(`^(${label})(?:${space}+(.*))?$`)
const item = /^[（(]([零一二三四五六七八九十百]+)[）)][ \t\u3000]*(.+)$/
const subItem = /^[0-9０-９]{1,2}[.．、][ \t\u3000]*\S/
const heading = /^(#{1,6})[ \t\u3000]+(.+?)[ \t\u3000#]*$/

/** 第一章 总则 and 第一章　总则 are one heading; statutes part them by a full-width space. */
function headingText(text: string): string {
  return text.replace(/^(第[^\s]+?(?:编|分编|章|节))[ \t\u3000]+/, '$1　')
}

export function lineOf(raw: string): Line {
  const text = raw.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
  if (text === '') return { kind: 'blank' }
  if (/^<!--.*-->$/.test(text)) return { kind: /INFO END/.test(text) ? 'endOfAdoption' : 'comment' }
  if (text.startsWith('#')) {
    const [, marks = '', words = ''] = heading.exec(text) ?? []
    if (words === '') return { kind: 'strange', message: '标题的 # 后面要有空格和文字' }
    return { kind: 'heading', level: marks.length, text: headingText(words) }
  }
  const [, boldLabel, boldText = ''] = boldArticle.exec(text) ?? []
  if (boldLabel !== undefined) return { kind: 'article', label: boldLabel, text: boldText, bold: true }
  if (text.startsWith('**')) return { kind: 'strange', message: '加粗的行不是条号，例如 **第一条**　正文' }
  const [, plainLabel, plainText = ''] = plainArticle.exec(text) ?? []
  if (plainLabel !== undefined) return { kind: 'article', label: plainLabel, text: plainText, bold: false }
  const [, numeral, words] = item.exec(text) ?? []
  if (numeral !== undefined && words !== undefined)
    return { kind: 'item', numeral, label: `（${numeral}）`, text: words }
  if (/^(?:\||```|>|[-*+] |<\/?[a-z])/i.test(text))
    return { kind: 'strange', message: '法律正文里没有表格、引用、列表和网页代码这类格式' }
  return subItem.test(text) ? { kind: 'subItem', text } : { kind: 'text', text }
}
