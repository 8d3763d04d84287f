/**
 * @file Accepts an SVG only when it is a still picture that asks for nothing from outside.
 *
 * Pure. Whatever is doubtful is refused, not repaired: the bytes stored are the bytes uploaded. It is
 * served with a sandbox besides.
 */
const FORBIDDEN: readonly RegExp[] = [
  /<!(DOCTYPE|ENTITY)/i,
  /<\?(?!xml[\s?])/i,
  /<\/?\s*(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|audio|video|handler|listener|animate|set)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /(?:href|src)\s*=\s*(?!["'](?:#|data:image\/(?:png|jpeg|webp|gif);base64,))/i,
  /@import|javascript:|expression\s*\(/i,
  /url\(\s*(?!["']?#)/i,
  /&#/,
]

/** @returns the reason for refusing it, or null */
export function svgFault(text: string): string | null {
  const found = FORBIDDEN.find((pattern) => pattern.test(text))
  return found ? `SVG: ${found.exec(text)?.[0]?.trim().slice(0, 40) ?? ''}` : null
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
