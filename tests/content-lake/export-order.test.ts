/** @file In which order documents are written, and where lines end. */
import { expect, test } from 'vitest'
import { ordered, weakened } from '../../scripts/dataset/order.ts'
import { splitLines } from '../../scripts/dataset/split-lines.ts'

test('documents come after what they need, and circles are found', () => {
  const document = (id: string, ...refs: string[]) => ({
    document: { _id: id, _type: 'a', refs: refs.map((_ref) => ({ _ref })) },
  })
  const { inOrder, inCircles } = ordered(
    [
      document('c', 'b'),
      document('b', 'a', 'there'),
      document('a'),
      document('x', 'y'),
      document('y', 'x'),
      document('z', 'y'),
      document('s', 's'),
    ],
    (id) => id === 'there',
  )
  expect(inOrder.map(({ document: { _id } }) => _id)).toEqual(['a', 's', 'b', 'c'])
  expect(inCircles.map(({ document: { _id } }) => _id)).toEqual(['x', 'y', 'z'])
  expect(weakened({ a: [{ _ref: 'x', b: 1 }] })).toEqual({ a: [{ _ref: 'x', b: 1, _weak: true }] })
})

test('lines are cut at line feeds alone, wherever the pieces of a file are cut', async () => {
  const text = '一\u2028二\n三🙂\r\n\n四'
  for (let size = 1; size < 8; size++) {
    const bytes = Buffer.from(text)
    async function* pieces() {
      for (let from = 0; from < bytes.length; from += size)
        yield await Promise.resolve(bytes.subarray(from, from + size))
    }
    const lines = []
    for await (const line of splitLines(pieces())) lines.push(line)
    expect(lines).toEqual(['一\u2028二', '三🙂', '', '四'])
  }
})
