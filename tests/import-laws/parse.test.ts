/** @file One file of a statute, in both shapes, and what is told of a broken one. */
import { describe, expect, it } from 'vitest'
import { parseText } from '../../scripts/import-laws/parse.ts'

const parse = (...lines: string[]) => parseText(lines.join('\n'), 'law.md')
const problemsOf = (...lines: string[]) =>
  parse(...lines).problems.map(({ line, message }) => `${line} ${message}`)

describe('both shapes are read alike', () => {
  const bold = parse(
    '# 示例法',
    '',
    '2020年1月1日会议通过',
    '',
    '## 第一章　总则',
    '',
    '**第一条**　甲。',
    '',
    '乙：',
    '',
    '（一）丙；',
    '',
    '（二）丁。',
    '',
    '戊。',
  )
  const plain = parse(
    '# 示例法',
    '',
    '2020年1月1日会议通过',
    '',
    '<!-- INFO END -->',
    '',
    '## 第一章 总则',
    '',
    '第一条 甲。',
    '',
    '乙：',
    '',
    '(一)丙；',
    '',
    '(二)丁。',
    '',
    '戊。',
  )

  it('title, adoption, headings, paragraphs and items', () => {
    expect(bold).toMatchObject({
      title: '示例法',
      adoption: ['2020年1月1日会议通过'],
      problems: [],
      articles: [
        {
          number: '1',
          label: '第一条',
          headings: ['第一章　总则'],
          line: 7,
          paragraphs: [
            { text: '甲。', items: [] },
            {
              text: '乙：',
              items: [
                { label: '（一）', text: '丙；' },
                { label: '（二）', text: '丁。' },
              ],
            },
            { text: '戊。', items: [] },
          ],
        },
      ],
    })
  })

  it('the plain shape gives the same articles, with full-width labels in place of ASCII ones', () => {
    expect(plain.articles.map(({ line: _line, ...rest }) => rest)).toEqual(
      bold.articles.map(({ line: _line, ...rest }) => rest),
    )
    expect(plain.problems).toEqual([])
  })

  it('ASCII parentheses inside a sentence stay as they are printed', () => {
    const [article] = parse('# 法', '<!-- INFO END -->', '第一条 工商户(以下称户)按时缴费。').articles
    expect(article?.paragraphs[0]?.text).toBe('工商户(以下称户)按时缴费。')
  })
})

describe('what belongs where', () => {
  it('headings of one level replace each other and drop what stood below', () => {
    const { articles } = parse(
      '# 法',
      '## 第一章　甲',
      '### 第一节　乙',
      '**第一条**　一。',
      '## 第二章　丙',
      '**第二条**　二。',
    )
    expect(articles.map(({ headings }) => headings)).toEqual([['第一章　甲', '第一节　乙'], ['第二章　丙']])
  })

  it('a paragraph that begins with the number of another article is no new article', () => {
    const { articles, problems } = parse(
      '# 法',
      '<!-- INFO END -->',
      '第一条 甲。',
      '第二条第一款规定的情形除外。',
      '第二条 乙。',
    )
    expect(articles.map(({ label, paragraphs }) => [label, paragraphs.length])).toEqual([
      ['第一条', 2],
      ['第二条', 1],
    ])
    expect(problems).toEqual([])
  })

  it('numbered lines below an item belong to it and are no paragraphs of their own', () => {
    const [article] = parse(
      '# 法',
      '**第一条**　甲：',
      '（一）乙：',
      '1. 丙；',
      '2. 丁；',
      '（二）戊。',
    ).articles
    expect(article?.paragraphs).toEqual([
      {
        text: '甲：',
        items: [
          { label: '（一）', text: '乙：\n1. 丙；\n2. 丁；' },
          { label: '（二）', text: '戊。' },
        ],
      },
    ])
  })

  it('items begin anew in each paragraph', () => {
    expect(problemsOf('# 法', '**第一条**　甲：', '（一）乙。', '丙：', '（一）丁。')).toEqual([])
  })

  it('text before the first article that is no adoption is a preamble, and not lost as an adoption', () => {
    const { adoption, preamble } = parse(
      '# 规定',
      '2023年11月13日会议通过',
      '<!-- INFO END -->',
      '法释〔2024〕1号',
      '为了甲，制定本规定。',
      '第一条 乙。',
    )
    expect(adoption).toEqual(['2023年11月13日会议通过'])
    expect(preamble.map(({ text }) => text)).toEqual(['法释〔2024〕1号', '为了甲，制定本规定。'])
  })

  it('a preamble under its own heading (序言) is allowed', () => {
    expect(
      problemsOf('# 宪法', '## 序　言', '我们的国家历史悠久。', '## 第一章　总纲', '**第一条**　甲。'),
    ).toEqual([])
  })

  it('front matter, byte order mark and Windows line ends do not matter', () => {
    const { title, articles, problems } = parseText(
      '\ufeff---\r\nsidebar: auto\r\n---\r\n# 法\r\n\r\n**第一条**　甲。\r\n',
      'law.md',
    )
    expect([title, articles[0]?.paragraphs[0]?.text, articles[0]?.line, problems]).toEqual([
      '法',
      '甲。',
      6,
      [],
    ])
  })
})

describe('a broken line is told with its number and what to do', () => {
  it.each([
    [
      'a numeral that no statute writes',
      ['# 法', '**第百十条**　甲。'],
      '2 条号“第百十条”：数字“百十”的写法不规范，是不是“一百一十”？',
    ],
    ['an article without text', ['# 法', '**第一条**', '**第二条**　甲。'], '2 第一条没有正文'],
    [
      'a gap in the items',
      ['# 法', '**第一条**　甲：', '（一）乙；', '（三）丙。'],
      '4 项号（三）不连续，这里应当是第 2 项',
    ],
    [
      'an item outside any article',
      ['# 法', '## 第一章　总则', '（一）甲。'],
      '3 （一）前面没有它所属的条和款',
    ],
    [
      'text between a heading and its first article',
      ['# 法', '## 第一章　总则', '甲。', '**第一条**　乙。'],
      '3 这段文字在标题之后、第一条之前，不属于任何一条',
    ],
    ['a heading without a space', ['# 法', '##第一章', '**第一条**　甲。'], '2 标题的 # 后面要有空格和文字'],
    [
      'a number whose bold marks were lost',
      ['# 法', '**第一条**　甲。', '第二条　乙。'],
      '3 “第二条”像一条的开头，但条号没有像别的条那样加粗',
    ],
    ['bold that is no number', ['# 法', '**第一条　甲。**'], '2 加粗的行不是条号，例如 **第一条**　正文'],
    [
      'a table',
      ['# 法', '**第一条**　甲。', '| 一 | 二 |'],
      '3 法律正文里没有表格、引用、列表和网页代码这类格式',
    ],
    [
      'front matter that does not end',
      ['---', 'sidebar: auto', '# 法', '**第一条**　甲。'],
      '1 开头的 --- 没有结束',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(problemsOf(...lines)).toContain(expected)
  })
})
