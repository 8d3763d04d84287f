/** @file Codes on signs: the same for ever, never another document's, forgiving to who types them. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { readCode, shortCode } from '../../site/share/code.ts'
import { createCodeBook } from '../../site/store/codes.ts'
import { openStore } from '../../site/store/database.ts'
import { temporaryFolder } from '../support/program.ts'

const open: { close(): void }[] = []
afterEach(() => {
  for (const database of open.splice(0)) database.close()
})

function store(folder = temporaryFolder()) {
  const database = openStore(folder)
  open.push(database)
  return { database, folder }
}

test('a code that was printed follows from the id alone, on every machine', () => {
  expect(shortCode('question-wages-unpaid')).toBe(shortCode('question-wages-unpaid'))
  // Printed on walls: this test fails when the rule changes.
  expect(shortCode('mural-1')).toBe('RF6REJ9')
})

test('the ids of a large bureau have codes of their own', () => {
  const codes = new Set(Array.from({ length: 20_000 }, (_, index) => shortCode(`mural-${index}`)))
  expect(codes.size).toBe(20_000)
})

test('every code is read back as it was given, also typed in small letters with blanks', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 7, max: 12 }), (id, length) => {
      const code = shortCode(id, length)
      expect(code).toHaveLength(length)
      expect(readCode(` ${code.toLowerCase().slice(0, 3)} ${code.slice(3)} `)).toBe(code)
    }),
  )
})

test.each(['', 'ABC', '0OIL1UV', '七七七七七七七', '../../etc', 'ABCDEFGHJKMNPQ', "A'; DROP"])(
  'what is no code is none: %j',
  (text) => {
    expect(readCode(text)).toBeNull()
  },
)

test('a code stays its document’s after a restart, and an unknown code is nobody’s', () => {
  const { database, folder } = store()
  const code = createCodeBook(database).of('mural-a')
  open.pop()?.close()
  const again = createCodeBook(store(folder).database)
  expect(again.documentOf(code)).toBe('mural-a')
  expect(again.of('mural-a')).toBe(code)
  expect(again.documentOf(shortCode('mural-b'))).toBeNull()
})

test('of two documents with one code the later gets a longer one, since the first may be on a wall', () => {
  const { database } = store()
  const first = shortCode('mural-a')
  database.prepare('INSERT INTO code (code, document) VALUES (?, ?)').run(first, 'an-older-document')
  const book = createCodeBook(database)
  expect(book.of('mural-a')).toBe(shortCode('mural-a', 8))
  expect(book.documentOf(first)).toBe('an-older-document')
})
