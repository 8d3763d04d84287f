/** @file `match` finds what groq-js finds, though it does not cut texts into words. */
import { evaluateSync, parse } from 'groq-js'
import { expect, test } from 'vitest'
import { SYSTEM } from '../../content-lake/access/party.ts'
import { answer } from '../../content-lake/query/evaluate.ts'
import { Views } from '../../content-lake/query/view/views.ts'
import { Documents } from '../../content-lake/store/documents.ts'
import { chanceOf } from './chance.ts'

const PIECES =
  "工资 老板 law LAW aw ſ K . .. * ** - , ， 。 \n \u2028 e.g a.b é É İ i I ß 12 348 ( ) ? + [ ] ' = _ ~"
const chance = chanceOf(7)
const pieces: [string, ...string[]] = [' ', ...PIECES.split(' ')]
const words = () => Array.from({ length: chance.below(6) }, () => chance.pick(pieces)).join('')
const many = () => Array.from({ length: chance.below(3) }, () => (chance.often(90) ? words() : 5))

const tree = parse('{"is": $left match $right, "score": [{}] | score($left match $right)}')

test('a pattern is in a text when it is one of its words for groq-js: dots, stars, case and breaks included', async () => {
  const views = new Views(new Documents())
  let found = 0
  for (let count = 0; count < 6000; count++) {
    const params = {
      left: chance.often(80) ? words() : many(),
      right: chance.often(80) ? words() : many(),
    }
    const wanted = evaluateSync(tree, { params }).data as { is: boolean }
    const { json } = await answer(views, {
      query: '{"is": $left match $right, "score": [{}] | score($left match $right)}',
      params,
      perspective: 'raw',
      party: SYSTEM,
      projectId: 'p',
      dataset: 'd',
      now: 0,
    })
    expect(JSON.parse(json), JSON.stringify(params)).toEqual(wanted)
    if (wanted.is) found++
  }
  expect(found).toBeGreaterThan(100)
})
