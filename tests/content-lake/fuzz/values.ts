/**
 * @file Values, names and paths that programs stumble over, as text of JSON.
 *
 * Text, not values: a doubled key, `__proto__`, half a surrogate pair or 1e999 exists only there.
 */
import type { Dice } from './dice.ts'

export const ids = [
  'd0',
  'd1',
  'd2',
  'd3',
  'd4',
  'd5',
  'd6',
  'd7',
  'drafts.d0',
  'drafts.d1',
  'drafts.d9',
  'versions.r1.d0',
  'versions.r1.d2',
  'versions.r2.d9',
  'dotted.name',
  '__proto__',
  'constructor',
  'toString',
  'system.x',
] as const

const wrongIds = [
  '',
  '.',
  '..',
  'a..b',
  '-',
  '../x',
  'x/y',
  '中文',
  'x'.repeat(200),
  'drafts.',
  'versions.r1.',
  'versions.',
]

export const anId = (dice: Dice) => (dice.chance(0.9) ? dice.pick(ids) : dice.pick(wrongIds))

const plainNames = ['title', 'n', 'list', 'to', 'body', 'v'] as const

export const names = [
  'title',
  'n',
  'list',
  'to',
  'body',
  '_id',
  '_type',
  '_rev',
  '_key',
  '_ref',
  '_weak',
  '_system',
  '_createdAt',
  '_updatedAt',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '名称',
  'a.b',
  'a b',
  'a"b',
  '__pufaText',
] as const

export const words = [
  'x',
  '工资',
  '',
  ' ',
  '*',
  '-',
  '"',
  '\\',
  '\u0000',
  '\u2028',
  '\ud800',
  '\udfff\ud800',
  '👩‍👩‍👧',
  '😀'.repeat(50),
  'NaN',
  'null',
  '2024-02-30T25:61:61Z',
  '9999-12-31T23:59:59.999999999Z',
  'drafts.**',
  '(((((',
  '$where',
  'a'.repeat(3000),
] as const

const numbers = [
  '0',
  '-0',
  '1',
  '-1',
  '2',
  '0.1',
  '1e308',
  '1e999',
  '-1e999',
  '5e-324',
  '9007199254740993',
  '4294967296',
]

const quoted = (text: string) => JSON.stringify(text)

/** Text of a JSON value, nested at most `depth` deep unless it is a pit. */
export function jsonValue(dice: Dice, depth = 3): string {
  const kind = dice.int(depth > 0 ? 12 : 7)
  if (kind < 2) return quoted(dice.pick(words))
  if (kind < 4) return dice.pick(numbers)
  if (kind === 4) return dice.pick(['true', 'false', 'null', '[]', '{}'])
  if (kind === 5)
    return `{"_type":"reference","_ref":${quoted(dice.pick(ids))}${dice.chance(0.4) ? ',"_weak":true' : ''}}`
  if (kind === 6) return `"\\ud83d"`
  if (kind < 9) return `[${dice.many(0, 4, () => jsonValue(dice, depth - 1)).join(',')}]`
  if (kind === 9) return keyedList(dice, depth)
  if (dice.chance(0.01)) return pit(dice)
  return jsonObject(dice, depth)
}

export const jsonObject = (dice: Dice, depth = 3) => `{${members(dice, depth, 0.6)}}`

/** @param plainness how many of the names are ordinary ones */
export const members = (dice: Dice, depth: number, plainness: number) =>
  dice
    .many(0, 5, () => dice.pick(dice.chance(plainness) ? plainNames : names))
    .map((name) => `${quoted(name)}:${jsonValue(dice, depth - 1)}`)
    .join(',')

const keyedList = (dice: Dice, depth: number) =>
  `[${dice
    .many(
      0,
      4,
      () =>
        `{"_key":${quoted(dice.pick(['k', 'l', 'm', '__proto__', '"]']))},"v":${jsonValue(dice, depth - 1)}}`,
    )
    .join(',')}]`

/** Deeper than any recursion likes. */
function pit(dice: Dice): string {
  const depth = dice.pick([30, 101, 500, 5_000, 100_000])
  return dice.chance(0.5)
    ? '['.repeat(depth) + ']'.repeat(depth)
    : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
}

const steps = [
  'title',
  'list',
  'list[0]',
  'list[-1]',
  'list[9]',
  'list[4294967295]',
  'list[99999999]',
  'list[1:3]',
  'list[1:]',
  'list[:]',
  'list[*]',
  'list[]',
  'list[',
  'list[_key=="k"]',
  'list[_key=="k"].v',
  'list[_key=="\\"]"]',
  "list[_key=='k']",
  'list[v>1]',
  'list[v]',
  'list[0,1,2]',
  'list[0][0][0]',
  '["title"]',
  "['__proto__']",
  '..n',
  '*',
  '.',
  '',
  '[0]',
  '__proto__',
  'constructor',
  'constructor.prototype',
  '_id',
  '_rev',
  '_type',
  '_system',
  'to._ref',
  'to->title',
  '名称',
  'a b',
  'n?',
  '@',
  '^',
]

/** A path as patches name them, right and wrong. */
export function patchPath(dice: Dice): string {
  if (dice.chance(0.01)) return 'a.'.repeat(dice.pick([200, 3000])) + 'a'
  if (dice.chance(0.01)) return 'a' + '[0]'.repeat(dice.pick([200, 3000]))
  return dice.many(1, 3, () => dice.pick(steps)).join('.')
}

/** A few characters taken out, doubled or put in. */
export function damaged(text: string, dice: Dice): string {
  const at = dice.int(text.length + 1)
  const length = dice.int(8)
  const strange = dice.pick([
    '',
    '"',
    ']',
    '}',
    '\\',
    '\u0000',
    '\ud800',
    '，',
    '//',
    '*',
    '(',
    '  \n',
    '0',
    'e9',
  ])
  if (dice.chance(0.4)) return text.slice(0, at) + strange + text.slice(at + length)
  if (dice.chance(0.5)) return text.slice(0, at) + text.slice(at, at + length).repeat(3) + text.slice(at)
  return text.slice(0, at)
}
