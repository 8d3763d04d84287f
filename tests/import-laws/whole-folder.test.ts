/**
 * @file Every text of a whole folder is read: the folder that `PUFA_LAWS` names, else the sample.
 *
 * Articles are counted a second time by nothing but the numbers at the beginning of lines.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../scripts/import-laws/collect.ts'
import { articleLabel } from '../../scripts/import-laws/numerals.ts'
import { sample } from './folders.ts'

const folder = process.env['PUFA_LAWS'] || sample

/** What the laws themselves say in their last article's number. */
const countsKnown: Readonly<Record<string, readonly number[]>> = {
  中华人民共和国民法典: [1_260],
  中华人民共和国生态环境法典: [1_242],
  中华人民共和国商标法: [73, 87],
  中华人民共和国治安管理处罚法: [144],
  中华人民共和国劳动合同法: [98],
  示例路灯法: [7],
  示例水井法典: [12],
  示例钟楼法: [3, 4],
}

const { laws, problems, ignored } = collect(folder)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.split(path.sep).join('/'))

function countAtLineStarts(file: string): number {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return (
    text.match(
      /^(?:\*\*)?第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?:\*\*)?[ \u3000]/gm,
    )?.length ?? 0
  )
}

describe('every file', () => {
  it('is part of a law, or told of', () => {
    const used = new Set([
      ...laws.flatMap((law) => law.files),
      ...ignored,
      ...problems.map(({ file }) => file),
    ])
    expect(files.filter((file) => !used.has(file))).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  })

  it('is well formed, but for those in a folder called broken', () => {
    expect(problems.filter(({ file }) => !file.startsWith('broken/'))).toEqual([])
  })

  it('has as many articles as it has lines that begin with an article number', () => {
    const articles = laws.flatMap((law) => law.editions.flatMap((edition) => edition.articles))
    const texts = files.filter((file) => laws.some((law) => law.files.includes(file)))
    const counted = texts.map((file) => [file, articles.filter((article) => article.file === file).length])
    expect(counted).toEqual(texts.map((file) => [file, countAtLineStarts(file)]))
  })
})

describe('every law', () => {
  it.each(laws)('$title: labels say what the numbers say, and no article is empty', ({ editions }) => {
    for (const { articles } of editions) {
      expect(articles.map(({ label }) => label)).toEqual(articles.map(({ place }) => articleLabel(place)))
      for (const { paragraphs } of articles)
        expect(
          paragraphs.every(({ text, items }) => text !== '' && items.every((item) => item.text !== '')),
        ).toBe(true)
    }
  })

  it('has the count that is known of it', () => {
    const known = laws.filter(({ title }) => countsKnown[title])
    expect(known.length).toBeGreaterThan(2)
    for (const { title, editions } of known)
      expect([title, editions.map(({ articles }) => articles.length)]).toEqual([title, countsKnown[title]])
  })
})
