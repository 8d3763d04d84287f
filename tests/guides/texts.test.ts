/** @file A guide's words, its page and the Studio's data of it are one; its pictures are there, and small. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deedsOf } from '../../scripts/guides/deeds.ts'
import { guideFiles } from '../../scripts/guides/files.ts'
import { guides } from '../../scripts/guides/guides.ts'
import { bytesMax, pictureName, picturesFolder } from '../../scripts/guides/pictures.ts'

const again = '运行 npm run guides 重写'

test('what is committed is what the steps say, for a page that is written by hand grows old', async () => {
  for (const { path, text } of await guideFiles()) expect(readFileSync(path, 'utf8'), again).toBe(text)
})

test('every picture that a step names is there and small, and no other lies about', () => {
  const named = guides.flatMap(({ name, chapters }) =>
    chapters.flatMap(({ steps }) =>
      steps.flatMap(({ picture }) => (picture ? [pictureName(name, picture.name)] : [])),
    ),
  )
  expect(new Set(named).size, 'two steps share a picture').toBe(named.length)
  expect(readdirSync(picturesFolder).toSorted(), again).toEqual(named.toSorted())
  for (const file of named)
    expect(statSync(join(picturesFolder, file)).size, file).toBeLessThanOrEqual(bytesMax)
})

describe.each(guides)('$title', ({ chapters }) => {
  const steps = chapters.flatMap((chapter) => chapter.steps)

  test('every step has an act: read from its words, or given where the words alone do not carry it', () => {
    for (const { say, act } of steps) if (!act) expect(deedsOf(say), say).not.toEqual([])
  })

  test('the words are Chinese, whole sentences, and short enough to follow with a finger', () => {
    for (const { say, see = '。', otherwise = '。' } of steps) {
      for (const words of [say, see, otherwise]) {
        expect(words.replaceAll(/“[^”]*”/gu, ''), say).not.toMatch(/[A-Za-z]{2,}/u)
        expect(words).toMatch(/[。？）”]$/u)
        expect(words.length, words).toBeLessThanOrEqual(120)
      }
    }
  })
})

describe('deeds are read from the words', () => {
  test.each([
    ['按右下角的“送审”。', [{ kind: 'press', words: '送审' }]],
    [
      '按“送审”，再按小窗里的“送审”。',
      [
        { kind: 'press', words: '送审' },
        { kind: 'press', words: '送审', within: '小窗' },
      ],
    ],
    ['按“改成“账户””。', [{ kind: 'press', words: '改成“账户”' }]],
    [
      '在“主题”那里按“添加项”，写“借钱”。',
      [
        { kind: 'press', words: '添加项', within: '主题' },
        { kind: 'type', words: '借钱' },
      ],
    ],
    [
      '在“名称”里写“甲”，在“播放单”里选“乙”，勾选“丙”。',
      [
        { kind: 'fill', field: '名称', words: '甲' },
        { kind: 'choose', field: '播放单', words: '乙' },
        { kind: 'tick', words: '丙' },
      ],
    ],
  ])('%s', (say, deeds) => {
    expect(deedsOf(say)).toEqual(deeds)
  })

  test('quoted words that nothing is done with are refused, for they would be read and never tried', () => {
    expect(() => deedsOf('看看“送审”，按“好”。')).toThrow('送审')
    expect(() => deedsOf('等一会儿。')).toThrow('nothing to do')
  })
})
