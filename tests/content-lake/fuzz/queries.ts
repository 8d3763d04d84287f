/** @file GROQ after its grammar, and now and then beside it. */
import type { Dice } from './dice.ts'
import { damaged, ids, names, words } from './values.ts'

/** Calls with as many arguments as they want; `_` stands for any expression. */
const calls = [
  ...[
    'count(_)',
    'length(_)',
    'defined(_)',
    'coalesce(_, _)',
    'round(_)',
    'round(_, _)',
    'now()',
    'string(_)',
    'lower(_)',
  ],
  ...['upper(_)', 'references(_)', 'references(_, _)', 'identity()', 'path(_)', 'dateTime(_)', 'pt::text(_)'],
  ...[
    'string::split(_, _)',
    'string::startsWith(_, _)',
    'string::lower(_)',
    'array::join(_, _)',
    'array::unique(_)',
  ],
  ...[
    'array::compact(_)',
    'array::intersects(_, _)',
    'math::sum(_)',
    'math::avg(_)',
    'math::min(_)',
    'math::max(_)',
  ],
  ...[
    'sanity::versionOf(_)',
    'sanity::partOfRelease(_)',
    'sanity::dataset()',
    'releases::all()',
    'global::now()',
  ],
  ...['diff::changedAny(_, _, _)', 'diff::changedOnly(_, _, _)', 'delta::changedAny(_)', 'geo::latLng(_, _)'],
  ...[
    '_ match text::query(_)',
    '[@, _id] match text::query($words)',
    'dateTime(now()) - _',
    'select(_ => _, _)',
  ],
]
/** What is there under another rule, or not at all. */
const wrongCalls = [
  'count()',
  'score(_)',
  'boost(_, _)',
  'before()',
  'geo::contains(_, _)',
  'documents::get(_)',
  'pt::foo(_)',
].concat([
  'text::semanticSimilarity(_)',
  'user::attributes()',
  'media::aspect(_)',
  'anywhere(_)',
  'nosuch::fn(_)',
])
const operators = [
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  'in',
  'match',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '=>',
]
const numbers = [
  '0',
  '1',
  '-1',
  '2.5',
  '1e3',
  '1e308',
  '1e999',
  '1e-999',
  '9007199254740993',
  '7',
  '42',
  '00',
]
const slices = ['0', '1', '-1', '-5', '3', '1000', '1e9', '$n', '9999999999999999', '2']
const pits = [
  '(',
  '[',
  '{',
  '!',
  '-',
  '+',
  '*[',
  '@[',
  '{"a":',
  'count(',
  'select(true=>',
  '[...',
  '^.',
  '//',
  '/',
  '"',
  '\\',
  '$',
]
const tails = [
  '.a',
  '->',
  '[0]',
  '[]',
  '{a}',
  '|order(a)',
  '[@]',
  '.^',
  ' + 1',
  ' in [1]',
  ' ** 2',
  '[1..2]',
  '//\n',
  ' ',
]

const name = (dice: Dice) =>
  dice.pick(['title', 'n', 'list', 'to', '_id', '_type', '_rev', 'body', '_ref', 'constructor'])

function literal(dice: Dice): string {
  if (dice.chance(0.4)) return dice.pick(numbers)
  if (dice.chance(0.2))
    return dice.pick([
      'true',
      'false',
      'null',
      'true',
      'null',
      '"\\u{1F600}"',
      '"\\u{110000}"',
      "'\\x'",
      '"\\u12"',
    ])
  return JSON.stringify(dice.pick(dice.chance(0.5) ? words : ids))
}

function atom(dice: Dice): string {
  switch (dice.int(8)) {
    case 0:
      return '*'
    case 1:
      return dice.pick(['@', '^', '^.^', '^.^.^', '^.title', '@.title', '@["title"]', '^["__proto__"]'])
    case 2:
      return dice.pick(['$n', '$words', '$list', '$missing', '$__proto__', '$constructor'])
    case 3:
    case 4:
      return name(dice)
    default:
      return literal(dice)
  }
}

/** @param depth how many more levels; 0 gives a leaf */
function expression(dice: Dice, depth: number): string {
  if (depth <= 0) return atom(dice)
  const inner = () => expression(dice, depth - 1)
  switch (dice.int(14)) {
    case 0:
    case 1:
      return `*[${inner()}]`
    case 2:
      return `${inner()}[${inner()}]`
    case 3:
      return `${inner()}[${dice.pick(slices)}${dice.pick(['..', '...', '...'])}${dice.pick(slices)}]`
    case 4:
      return `${inner()}${projection(dice, depth)}`
    case 5:
      return `${inner()}${dice.pick(['->', '->title', '->to->to', '.list[]', '.list[].to->', '[].n', '->[@->n > 1]'])}`
    case 6:
      return dice.pick([
        `(${inner()} | order(${dice.many(1, 3, () => inner() + dice.pick(['', ' asc', ' desc'])).join(', ')}))`,
        `(${inner()} | score(${inner()}, boost(${inner()}, ${dice.pick(numbers)})))`,
        `*[${inner()}] | order(_id)[0...$n]`,
      ])
    case 7:
    case 8:
      return dice.pick(dice.chance(0.95) ? calls : wrongCalls).replaceAll('_', inner)
    case 9:
      return `(${inner()})`
    case 10:
      return `${dice.pick(['!', '-', '+', '!!', '- -'])}${inner()}`
    case 11:
      return dice.pick([
        `[${dice.many(0, 3, inner).join(',')}]`,
        `[...${inner()}, ${inner()}]`,
        `${inner()}${dice.pick(['..', '...'])}${inner()}`,
      ])
    case 12:
      return `select(${dice.many(0, 3, () => `${inner()} => ${inner()}`).join(', ')}, ${inner()})`
    default:
      return `${inner()} ${dice.pick(operators)} ${inner()}`
  }
}

function projection(dice: Dice, depth: number): string {
  const inner = () => expression(dice, depth - 1)
  const members = dice.many(0, 4, () => {
    const key = dice.pick(names)
    return dice.pick([
      name(dice),
      '...',
      `...${inner()}`,
      `${JSON.stringify(key)}: ${inner()}`,
      `${inner()} => {${name(dice)}}`,
    ])
  })
  return `{${members.join(', ')}}`
}

/** Grows threefold with each step. */
const avalanche = (dice: Dice, steps: number) =>
  dice.chance(0.5)
    ? `*{"x":[@,@,@]}${'{"x":[x,x,x]}'.repeat(steps)}`
    : `*[count({"x":[1]}${'{"x":[...x,...x,...x]}'.repeat(steps)}.x) > 0]`

/** Text of a query: mostly grammatical, sometimes damaged, seldom a pit. */
export function queryText(dice: Dice): string {
  if (dice.chance(0.003)) return avalanche(dice, dice.pick([3, 12, 30]))
  if (dice.chance(0.02)) {
    const piece = dice.pick(dice.chance(0.5) ? pits : tails)
    const many = piece.repeat(dice.pick([3, 50, 500, 5_000, 50_000]))
    return dice.pick([many, `*${many}`, `${many}1`, `*[${many}]`, `${many}\n*`])
  }
  const text = expression(dice, 1 + dice.int(4))
  return dice.chance(0.15) ? damaged(text, dice) : text
}
