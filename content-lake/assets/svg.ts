/**
 * @file Accepts an SVG only when it is a still picture that asks for nothing from outside.
 *
 * Pure. Whatever is doubtful is refused, not repaired: the bytes stored are the bytes uploaded. It is
 * served with a sandbox besides. It is judged as written and as a reader joins it: a comment or the border
 * of a CDATA section can stand inside a word. Only UTF-8 is taken, since in other codes bytes hide letters.
 */
import { useFault } from './svg-uses.ts'

const FORBIDDEN: readonly RegExp[] = [
  /<!(DOCTYPE|ENTITY)/i,
  /<\?(?!xml[\s?])/i,
  /<\/?\s*(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|audio|video|handler|listener|animate\w*|set)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /(?:href|src)\s*=\s*(?!["'](?:#|data:image\/(?:png|jpeg|webp|gif);base64,))/i,
  /@import|@charset|javascript:|expression\s*\(|image-set\s*\(|\bsrc\s*\(/i,
  // An escape may spell the name of a function or of a rule.
  /\\[^<>"'\\]{0,200}\(/,
  /@[a-z-]*\\/i,
  /\bxml:base\b/i,
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]/,
  /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*(?!["']utf-?8["'])/i,
  /url\(\s*(?!["']?#)/i,
  /&#/,
]

/** @returns the reason for refusing it, or null */
export function svgFault(text: string): string | null {
  const joined = withoutComments(text).replace(/<!\[CDATA\[|\]\]>/g, '')
  for (const pattern of FORBIDDEN)
    for (const form of [text, joined]) {
      const found = pattern.exec(form)
      if (found) return `SVG: ${found[0].trim().slice(0, 40)}`
    }
  return useFault(joined)
}

/** A comment without an end is no comment. */
function withoutComments(text: string): string {
  const kept: string[] = []
  let at = 0
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4)
    if (end === -1) break
    kept.push(text.slice(at, start))
    at = end + 3
  }
  return kept.join('') + text.slice(at)
}

/** In user units, from `width` and `height` or from `viewBox`; null when neither tells. */
export function svgSize(text: string): { width: number; height: number } | null {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0] ?? ''
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'i').exec(tag)?.[1])
  const box = /\sviewBox\s*=\s*["']([^"']+)["']/i
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = length('width') || (box?.[2] ?? 0)
  const height = length('height') || (box?.[3] ?? 0)
  const isSize = width > 0 && height > 0 && width <= 100_000 && height <= 100_000
  return isSize ? { width: Math.round(width), height: Math.round(height) } : null
}
