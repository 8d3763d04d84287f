/**
 * @file Random GROQ over the documents of random-documents.ts: what the planner narrows, orders and cuts, and
 * much beyond. Everything written parses.
 */
import { TYPES, randomId } from './random-documents.ts'
import { ExpressionWriter, text, type Scope } from './random-expressions.ts'

export const PARAMS = {
  id: 'a',
  ids: ['a', 'drafts.b', 'none', 'c', 3, null],
  n: 2,
  s: '工资',
  types: ['law', 'mural', 7],
  type: 'law',
  none: null,
  object: { x: 1 },
  words: '工资* law',
}

export class QueryWriter extends ExpressionWriter {
  query(): string {
    const scope = { depth: 0, left: 3 }
    return this.one([
      [60, () => this.#list(scope)],
      [8, () => `count(${this.#rows(scope)})`],
      [5, () => `{"a": ${this.#list(scope)}, "b": count(${this.#rows(scope)})}`],
      [4, () => `${this.#rows(scope)}[0].${this.one(['n', 'to->s'])}`],
      [3, () => `math::sum(${this.#rows(scope)}.n)`],
      [3, () => `array::unique(${this.#rows(scope)}._type)`],
      [2, () => `${this.#rows(scope)} + ${this.#rows(scope)}`],
      [2, () => 'releases::all()._id'],
      [3, () => `${this.#rows(scope)} | score(s match $words, boost(n == 2, 3)) | order(_score desc, _id)`],
    ])
  }

  /** Rows, with an order, a cut and a projection or none of these. */
  #list(scope: Scope): string {
    let written = this.#rows(scope)
    if (this.often(50)) written = `${written} | order(${this.#orderings(scope)})`
    if (this.often(40)) written += this.#cut()
    if (this.often(45)) written += this.#projection(scope)
    else if (this.often(40))
      written += this.one([
        [3, () => '._id'],
        [2, () => '.s'],
        '.tags[]',
        '.list[].k',
        '.to->n',
        '[n > 1]',
        '[0...2]',
        '[0]',
        '[-1]',
      ])
    if (this.often(8)) written = `(${written})${this.#cut()}`
    return written
  }

  #rows(scope: Scope): string {
    const filters = this.chance.often(8) ? 0 : this.chance.often(75) ? 1 : 2
    return `*${Array.from({ length: filters }, () => `[${this.#condition(scope)}]`).join('')}`
  }

  #cut(): string {
    const from = this.chance.below(4)
    return this.one([
      [5, () => `[${from}...${from + this.chance.below(5)}]`],
      [2, () => `[${from}..${from + this.chance.below(3)}]`],
      [2, () => `[${from}]`],
      '[0...20]',
      '[-3..-1]',
      [1, () => `[1..-1]`],
      '[-1]',
    ])
  }

  #orderings(scope: Scope): string {
    const one = () =>
      this.one([
        [4, () => '_updatedAt'],
        [3, () => 'n'],
        [2, () => 's'],
        [2, () => 'lower(s)'],
        'o.x',
        'tags',
        '_type',
        '_id',
        'to->n',
        'dateTime(dt)',
        [1, () => `(${this.value({ ...scope, depth: scope.depth + 1, left: 0 })})`],
      ]) + this.one([[2, () => ''], [2, () => ' desc'], ' asc'])
    return this.often(40) ? `${one()}, ${one()}` : one()
  }

  #projection(scope: Scope): string {
    const inner = { depth: scope.depth + 1, left: scope.left - 1 }
    const attribute = (name: string) =>
      this.one([
        [5, () => this.one(['_id', 'n', 's', '_type', '...'])],
        [5, () => `"${name}": ${this.value(inner)}`],
        [scope.left > 0 ? 4 : 0, () => `"${name}": ${this.#list({ ...inner, left: inner.left })}`],
        [scope.left > 0 ? 3 : 0, () => `"${name}": count(${this.#rows(inner)})`],
        [2, () => `"${name}": to->{_id, "m": ^.n}`],
        [1, () => `"${name}": list[]{k, "up": ^.n, "deep": ^.^.n}`],
        [1, () => `"${name}": list[]->_id`],
        [1, () => `${this.#condition({ ...inner, left: 0 })} => {"${name}": 1}`],
        '..."x"',
      ])
    return `{${['p', 'q', 'r']
      .slice(0, 1 + this.chance.below(3))
      .map(attribute)
      .join(', ')}}`
  }

  #condition(scope: Scope): string {
    // A filter's row stands one level below what encloses it.
    const row = { depth: scope.depth + 1, left: scope.left - 1 }
    const again = () => this.#condition({ ...scope, left: scope.left - 1 })
    const deeper = scope.left > 0 ? 1 : 0
    return this.one([
      [8, () => `_type == ${this.one([[2, () => text(this.chance.pick(TYPES))], '$type', 'null'])}`],
      [3, () => `_type in ${this.one(['$types', [2, () => `["law", ${text(this.chance.pick(TYPES))}]`]])}`],
      [3, () => `_id == ${this.one([[2, () => text(randomId(this.chance))], '$id'])}`],
      [2, () => `_id in ${this.one(['$ids', [1, () => `[${text(randomId(this.chance))}, "c"]`]])}`],
      [
        2,
        () =>
          `${this.often(50) ? '!' : ''}(_id in path("${this.one([
            [2, () => 'drafts.**'],
            'versions.*.*',
            '*',
          ])}"))`,
      ],
      [7, () => `${this.path(row)} == ${this.key(row)}`],
      [3, () => `${this.key(row)} == ${this.path(row)}`],
      [4, () => `${this.key(row)} in ${this.listPath(row)}`],
      [2, () => `${this.path(row)} in ${this.one(['$ids', '[0, 2, "工资", null]', '0..2', '1...3'])}`],
      [5, () => `references(${this.key(row)})`],
      [1, () => `references($ids, ${this.key(row)})`],
      [
        2,
        () =>
          `sanity::versionOf(${this.one([
            '$id',
            [2, () => text(randomId(this.chance))],
            [1, () => (row.depth > 1 ? '^._id' : '"b"')],
          ])})`,
      ],
      'sanity::partOfRelease("r1")',
      [3, () => `defined(${this.path(row)})`],
      [3, () => `${this.path(row)} ${this.one(['!=', '>', '<=', '<'])} ${this.key(row)}`],
      [
        2,
        () =>
          `${this.one([
            [2, () => 's'],
            'tags',
            'body[].children[].text',
            'pt::text(body)',
            '[s, o.y.z]',
            '@',
          ])} match ${this.one(['$words', '"law"', '"*工资"', '["la*", "ab"]', '"e.g"', 's', '"*"'])}`,
      ],
      [1, () => this.path(row)],
      [3 * deeper, () => `!(${again()})`],
      [9 * deeper, () => `${again()} && ${again()}`],
      [4 * deeper, () => `(${again()} || ${again()})`],
      [2 * deeper, () => `count(${this.#rows(row)}) > ${this.chance.below(3)}`],
      [2 * deeper, () => `_id in ${this.#rows(row)}.${this.one(['_id', 'to._ref', 'list[]._ref'])}`],
      [1 * deeper, () => `${this.path(row)} == ${this.#rows(row)}[0].${this.one(['n', 's'])}`],
    ])
  }
}
