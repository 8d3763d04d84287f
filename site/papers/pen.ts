/**
 * @file Writes a paper's document: templates with `{blank}` become words or, where nothing is filled, lines.
 *
 * Pure. `{amount}` is an amount in figures, `{amount:capitals}` the same in capitals: both come from one
 * number, so that they cannot differ. A choice that is open draws its boxes, so that an empty form can be
 * filled by hand.
 */
import { chineseDate } from '../words/dates.ts'
import { capitals, figures } from './capitals.ts'
import { count, day, isFilled, money, percent, typed } from './read.ts'
import { blanksOf, type Blank, type Block, type Group, type Piece, type Values } from './shape.ts'

export interface Pen {
  /** A paragraph that begins two characters in. */
  line(template: string): Block
  /** A paragraph without indent: parties, places, dates. */
  flat(template: string): Block
  /** A long text as its paragraphs, or so many lines to write on. */
  long(name: string, rows: number): Block[]
  signs(...templates: readonly string[]): Block
  /** A template for a blank that many leave open: on a form in use, and not filled, the other words stand. */
  ifAny(name: string, template: string, otherwise?: string): string
  /** Something readable is typed. */
  has(name: string): boolean
  is(name: string, value: string): boolean
}

export const title = (text: string): Block => ({ kind: 'title', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })

const underline = (wide: number): string => '＿'.repeat(wide)
const token = /\{([a-zA-Z0-9]+)(:capitals)?\}/
const widths: Readonly<Record<Blank['kind'], number>> = {
  text: 6,
  long: 24,
  date: 0,
  money: 7,
  percent: 3,
  count: 3,
  choice: 0,
}

function emptyText(blank: Blank, inCapitals: boolean): string {
  if (blank.kind === 'date') return '＿＿＿＿年＿＿月＿＿日'
  return underline(blank.wide ?? (inCapitals ? 11 : widths[blank.kind]))
}

function filledText(blank: Blank, values: Values, inCapitals: boolean): string {
  const { name, kind } = blank
  if (kind === 'money') return (inCapitals ? capitals : figures)(money(values, name) ?? 0)
  if (kind === 'date') return chineseDate(day(values, name) ?? '')
  if (kind === 'percent') return String(percent(values, name))
  if (kind === 'count') return String(count(values, name))
  return typed(values, name).replace(/\s+/g, ' ')
}

/** @throws TypeError when a template names no blank of its paper */
export function penFor(groups: readonly Group[], values: Values): Pen {
  const blanks = new Map(blanksOf({ groups }).map((blank) => [blank.name, blank]))
  const blankOf = (name: string): Blank => {
    const blank = blanks.get(name)
    if (!blank) throw new TypeError(`no such blank: ${name}`)
    return blank
  }

  function pieces(template: string): Piece[] {
    const match = token.exec(template)
    if (!match) return template === '' ? [] : [{ text: template }]
    const before = template.slice(0, match.index)
    const rest = template.slice(match.index + match[0].length)
    const middle = pieceOf(blankOf(match[1] ?? ''), match[2] !== undefined)
    return [...(before === '' ? [] : [{ text: before }]), ...middle, ...pieces(rest)]
  }

  function pieceOf(blank: Blank, inCapitals: boolean): Piece[] {
    const filled = isFilled(blank, values)
    if (blank.kind === 'choice') {
      if (filled)
        return pieces(blank.options.find(({ value }) => value === typed(values, blank.name))?.text ?? '')
      return blank.options.reduce<Piece[]>(
        (all, { text }, index) => [
          ...all,
          { text: index === 0 ? '□' : '　□', blank: blank.name, empty: true },
          ...pieces(text),
        ],
        [],
      )
    }
    const text = filled ? filledText(blank, values, inCapitals) : emptyText(blank, inCapitals)
    return [{ text, blank: blank.name, empty: !filled }]
  }

  return {
    line: (template) => ({ kind: 'line', pieces: pieces(template), indent: true }),
    flat: (template) => ({ kind: 'line', pieces: pieces(template), indent: false }),
    long(name, rows) {
      const blank = blankOf(name)
      if (!isFilled(blank, values)) return [{ kind: 'ruled', rows, blank: name }]
      return typed(values, name)
        .split(/\n+/)
        .map((text) => ({
          kind: 'line',
          pieces: [{ text: text.trim(), blank: name, empty: false }],
          indent: true,
        }))
    },
    signs: (...templates) => ({ kind: 'signs', lines: templates.map(pieces) }),
    ifAny(name, template, otherwise = '') {
      const inUse = [...blanks.values()].some((blank) => isFilled(blank, values))
      return !inUse || isFilled(blankOf(name), values) ? template : otherwise
    },
    has: (name) => isFilled(blankOf(name), values),
    is: (name, value) => blankOf(name).name === name && typed(values, name) === value,
  }
}
