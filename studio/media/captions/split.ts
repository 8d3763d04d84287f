/**
 * @file A whole text into captions: by sentences, none too long for a line, with times by the reading speed.
 * Pure. The times are a first guess, which the clerk puts right beside the film.
 */
import { tenths } from './clock.ts'
import { perSecondMax, readCharacters } from './marks.ts'

const charactersMax = 18
const shortestSeconds = 1.2
const usualPerSecond = 4

/** Ends of sentences, which a caption does not show but for questions and exclamations. */
const sentence = /[^。！？!?；;\n]+[！？!?]?/gu
const clause = /[^，、,：:]+[，、,：:]?/gu
const edges = /^[\s，、,：:；;。]+|[\s，、,：:；;。]+$/gu

/** Clauses that fit together stay together; what is too long by itself is cut. */
function pieces(text: string): string[] {
  const found: string[] = []
  for (const part of text.match(clause) ?? []) {
    const last = found.at(-1)
    if (last !== undefined && [...last, ...part].length <= charactersMax)
      found[found.length - 1] = last + part
    else found.push(...cut(part))
  }
  return found.map((piece) => piece.replace(edges, '')).filter(Boolean)
}

function cut(part: string): string[] {
  const letters = [...part]
  const count = Math.ceil(letters.length / charactersMax)
  const each = Math.ceil(letters.length / count)
  return Array.from({ length: count }, (_, at) => letters.slice(at * each, (at + 1) * each).join(''))
}

export function linesOf(text: string): string[] {
  return (text.match(sentence) ?? []).flatMap((each) =>
    [...each.trim()].length <= charactersMax ? [each.replace(edges, '')].filter(Boolean) : pieces(each),
  )
}

export interface Timed {
  from: number
  to: number
  text: string
}

/**
 * @param from where the first begins, in seconds
 * @param until where the film ends, in seconds; `null`: as long as it takes
 */
export function captionsFrom(text: string, from: number, until: number | null): Timed[] {
  const lines = linesOf(text)
  const lengths = lines.map((line) => Math.max(shortestSeconds, readCharacters(line) / usualPerSecond))
  const whole = lengths.reduce((sum, each) => sum + each, 0)
  const room = until === null ? whole : Math.max(0, until - from)
  // Squeezed, but never so that the marks would be of no use.
  const squeeze = whole > room && room > 0 ? Math.max(room / whole, usualPerSecond / (perSecondMax * 2)) : 1
  let at = from
  return lines.map((line, index) => {
    const begins = at
    at += (lengths[index] ?? shortestSeconds) * squeeze
    return { from: tenths(begins), to: tenths(at), text: line }
  })
}
