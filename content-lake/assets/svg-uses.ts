/**
 * @file Refuses an SVG that a few lines of `<use>` blow up to millions of shapes, or that uses itself.
 *
 * Pure. Counts how often each named part is drawn: a part that uses another ten times, which uses a third ten
 * times, draws that one a hundred times.
 */
const DRAWN_MAX = 10_000
/** Of parts in parts, and of uses of uses: no drawn picture comes near. */
const DEPTH_MAX = 100
const TAG = /<(\/?)([\w:-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g

const attribute = (text: string, name: RegExp) => {
  const found = name.exec(text)
  return found?.[1] ?? found?.[2] ?? null
}

/** @returns the reason for refusing it, or null */
export function useFault(svg: string): string | null {
  const uses = usesOf(svg)
  if (!uses) return 'SVG: <g><g><g>…'
  const weights = new Map<string, number>()
  const weigh = (id: string, above: readonly string[]): number => {
    if (above.length > DEPTH_MAX || above.includes(id)) return Infinity
    const known = weights.get(id)
    if (known !== undefined) return known
    const weight = (uses.get(id) ?? []).reduce((sum, used) => sum + weigh(used, [...above, id]), 1)
    weights.set(id, weight)
    return weight
  }
  return weigh('', []) > DRAWN_MAX ? 'SVG: <use>' : null
}

/** Id of a part → ids that are used inside of it; the whole picture is ''. Null where it is too deep. */
function usesOf(svg: string): Map<string, string[]> | null {
  const uses = new Map<string, string[]>([['', []]])
  const open: (string | null)[] = []
  for (const [, isEnd, name = '', attributes = '', isEmpty] of svg.matchAll(TAG)) {
    if (isEnd) {
      open.pop()
      continue
    }
    const used = /(^|:)use$/.test(name)
      ? attribute(attributes, /\bhref\s*=\s*(?:"\s*#([^"]*)"|'\s*#([^']*)')/)
      : null
    const id = attribute(attributes, /(?:^|\s)id\s*=\s*(?:"([^"]*)"|'([^']*)')/)
    if (used !== null)
      for (const part of new Set(['', ...open, id])) {
        if (part === null) continue
        const inside = uses.get(part)
        if (inside) inside.push(used)
        else uses.set(part, [used])
      }
    if (!isEmpty) open.push(id)
    if (open.length > DEPTH_MAX) return null
  }
  return uses
}
