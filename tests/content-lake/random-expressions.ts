/**
 * @file Random GROQ expressions that look at one document, or at what encloses it.
 *
 * Used by random-queries.ts, which puts them into filters, orders and projections.
 */
import type { Chance } from './chance.ts'
import { IDS, TEXTS } from './random-documents.ts'

export interface Scope {
  /** How many times `^` may stand here. */
  depth: number
  /** How much deeper the query may still go. */
  left: number
}

/** With a weight; a text alone weighs one. */
type Choice = string | [number, () => string]

export const text = (words: string) => JSON.stringify(words)

export class ExpressionWriter {
  protected readonly chance: Chance

  constructor(chance: Chance) {
    this.chance = chance
  }

  protected path(scope: Scope): string {
    return this.one([
      [5, () => 'n'],
      [4, () => 's'],
      [2, () => 'o.x'],
      [2, () => 'o.y.z'],
      [3, () => 'to._ref'],
      'tags[0]',
      'tags[-1]',
      'list[0].k',
      'o["date"]',
      'o.constructor',
      'constructor',
      '@.n',
      '@',
      'to->n',
      'lower(s)',
      'upper(o.y.z)',
      'tags',
      'o',
      '_updatedAt',
      '_originalId',
      [scope.depth > 1 ? 1 : 0, () => '^.n'],
    ])
  }

  protected listPath(scope: Scope): string {
    return this.one([
      [4, () => 'tags'],
      [3, () => 'list[]._ref'],
      [2, () => 'list[].k'],
      'list[].inner._ref',
      'list[].many[]',
      'tags[]',
      'list[k > 0]._ref',
      's',
      [scope.depth > 1 ? 1 : 0, () => '^.tags'],
    ])
  }

  /** Mostly without a look at the row. */
  protected key(scope: Scope): string {
    return this.one([
      [3, () => String(this.chance.below(4))],
      [3, () => text(this.chance.pick(TEXTS))],
      [3, () => text(this.chance.pick(IDS))],
      '$n',
      '$s',
      '$id',
      '$none',
      '$object',
      '$ids',
      'null',
      'true',
      '1 + 1',
      '-1.5',
      'n',
      'dateTime("2026-02-01T00:00:00Z")',
      [
        scope.depth > 1 ? 8 : 0,
        () =>
          this.one([
            [3, () => '^._id'],
            [2, () => '^.n'],
            [2, () => '^.to._ref'],
            '^.s',
            'lower(^.s)',
            '^.^.n',
          ]),
      ],
    ])
  }

  protected value(scope: Scope): string {
    const deeper = scope.left > 0 ? 1 : 0
    return this.one([
      [6, () => this.path(scope)],
      [2, () => this.listPath(scope)],
      [3, () => this.key(scope)],
      [2, () => `coalesce(${this.path(scope)}, s, 1)`],
      [1, () => `select(n > 1 => s, ${this.path(scope)} == 1 => n, "x")`],
      [1, () => `${this.path(scope)} ${this.one(['+', '-', '*', '/', '%'])} ${this.key(scope)}`],
      [1, () => `-n`],
      'count(tags)',
      'length(s)',
      'string(n)',
      'pt::text(body)',
      'tags + tags',
      '[n, ...tags, ...s]',
      'list[k == ^.n]',
      'list[] | order(k desc)',
      'array::join(tags, "-")',
      'array::compact(tags)',
      'math::max(list[].k)',
      'round(n / 3, 2)',
      'string::split(s, "a")',
      'dateTime(dt)',
      'n in 0..2',
      'n > 1 || s == "b"',
      'n > 1 && defined(s)',
      '{"in": n, ...o}',
      '@',
      'path("a.**")',
      'now()',
      'identity()',
      [deeper, () => `to->{${this.path(scope)} == 1 => {"is": true}, "n": ^.n}`],
      [deeper, () => `list[]->{_id, "at": ^._id}`],
    ])
  }

  protected often(ofHundred: number): boolean {
    return this.chance.often(ofHundred)
  }

  /** One of several, as often as their weights say. */
  protected one(choices: readonly Choice[]): string {
    const weights = choices.map((choice) => (typeof choice === 'string' ? 1 : choice[0]))
    let at = this.chance.next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [place, choice] of choices.entries()) {
      const weight = weights[place] ?? 0
      if (at < weight) return typeof choice === 'string' ? choice : choice[1]()
      at -= weight
    }
    throw new Error('nothing to choose from')
  }
}
