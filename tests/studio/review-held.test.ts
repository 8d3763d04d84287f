import { expect, test } from 'vitest'
import { heldPart } from '../../studio/review/held-form.ts'

test('a held form takes nothing at any depth, since the lake would refuse it and the words be lost', () => {
  const line = { kind: 'field', name: 'text', field: { readOnly: false, value: 'a' } }
  const list = { kind: 'field', field: { members: [{ kind: 'item', item: { members: [line] } }] } }
  const group = { kind: 'fieldSet', fieldSet: { members: [line] } }
  const form = { id: 'root', members: [line, list, group, { kind: 'error' }] }
  const shut = { ...line, field: { readOnly: true, value: 'a' } }
  const item = { kind: 'item', item: { readOnly: true, members: [shut] } }
  expect(heldPart(form)).toEqual({
    ...{ id: 'root', readOnly: true },
    members: [
      shut,
      { kind: 'field', field: { readOnly: true, members: [item] } },
      { kind: 'fieldSet', fieldSet: { readOnly: true, members: [shut] } },
      { kind: 'error' },
    ],
  })
  expect(line.field.readOnly).toBe(false)
})
