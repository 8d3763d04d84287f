import { expect, test } from 'vitest'
import { wordEntriesMax } from '../../contracts/documents/words.ts'
import { pastedWords, readPasted } from '../../studio/words/paste.ts'

const read = (text: string, present: Parameters<typeof readPasted>[1] = []) =>
  readPasted(text, present).entries.map(({ words, instead, why }) => [words, instead, why])

test.each([
  ['帐户\t账户\t用“账”', 'as tables are copied'],
  ['帐户，账户，用“账”', 'with commas'],
  ['帐户,账户,用“账”', 'of either width'],
  [' 帐户 → 账户，用“账” ', 'with an arrow and blanks around'],
])('a line is read: %j, %s', (line) => {
  expect(read(line)).toEqual([['帐户', ['账户'], '用“账”']])
})

test('a cell that holds a comma stays whole where tabs part the columns', () => {
  expect(read('帐户\t账户\t钱，用“账”')).toEqual([['帐户', ['账户'], '钱，用“账”']])
})

test('one wording may have several in its place, or none', () => {
  expect(read('残废人，残疾人、残障人士\n\n顶级\r\n')).toEqual([
    ['残废人', ['残疾人', '残障人士'], undefined],
    ['顶级', undefined, undefined],
  ])
})

test('a wording that is there already, however it is typed, is not added again', () => {
  const pasted = readPasted('帐 户，账户\nＶＩＰ\nvip', [{ _key: 'a', words: '帐户' }])
  expect(pasted.entries.map(({ words }) => words)).toEqual(['ＶＩＰ'])
  expect(pasted.known).toBe(2)
})

test('keys are unlike one another and unlike those of the list, or the form would mix them up', () => {
  const present = [{ _key: 'pasted-2', words: '甲' }]
  const keys = readPasted('乙\n丙\n丁', present).entries.map(({ _key }) => _key)
  expect(new Set([...keys, 'pasted-2']).size).toBe(4)
})

test('a line that cannot be taken is told with its number, and the others are taken', () => {
  const pasted = readPasted(`，账户\n帐户\n${'长'.repeat(61)}\n座落，座落`, [])
  expect(pasted.entries).toHaveLength(1)
  expect(pasted.faults).toEqual([
    '第 1 行：没有要找的词',
    '第 3 行：要找的词最多 60 个字',
    '第 4 行：“座落”改成的还是它自己',
  ])
  expect(pastedWords(pasted)).toBe('能加 1 个词；3 行不能用，见下面。')
})

test('no list grows beyond what is looked for', () => {
  const present = Array.from({ length: wordEntriesMax - 1 }, (_, place) => ({ words: `甲${place}` }))
  expect(readPasted('乙\n丙', present)).toMatchObject({
    entries: [{ words: '乙' }],
    faults: [expect.stringContaining('最多')],
  })
})
