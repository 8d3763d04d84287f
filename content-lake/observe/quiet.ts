/**
 * @file Makes text fit for the log: what people wrote is taken out, what helps to find a fault stays.
 *
 * Pure. Messages of errors and texts of queries carry words of documents, search words and secrets in
 * quotes or after a sign of equality; the log must hold none of them.
 */
const TEXT_MAX = 300
const QUOTED = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`[^`]*`?|“[^”]*”?/g
const FRAMES_MAX = 12

const COMMENT = /\/\/[^\n]*/g

const unquoted = (text: string) => text.slice(0, TEXT_MAX * 4).replace(QUOTED, '"…"')

/** A query without its constants and comments, cut. */
export const quietQuery = (query: string) => unquoted(query).replace(COMMENT, '//…').slice(0, TEXT_MAX)

/** The message of an error without what it quotes, cut. */
export function quietReason(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  // What a parser did not understand it quotes without end, and not always in quotes.
  const isOfParser = error instanceof SyntaxError
  const message = isOfParser ? '…' : unquoted(error.message).slice(0, TEXT_MAX)
  return `${error.name}: ${message}`
}

/** An error's kind, quiet message and the places it went through. */
export function quietStack(error: unknown): string {
  if (!(error instanceof Error)) return quietReason(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [quietReason(error), ...frames.slice(0, FRAMES_MAX)].join('\n')
}
