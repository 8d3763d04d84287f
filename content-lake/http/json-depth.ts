/**
 * @file Tells how deep JSON nests before it is parsed.
 *
 * Pure. What is parsed is walked by functions that call themselves, and a value deep enough ends any of them;
 * a text of brackets alone also takes many times its own size in memory. So depth is bounded at the door.
 */

/** Documents nest `DEPTH_MAX` of store/document.ts deep; a request puts a few levels around them. */
export const JSON_DEPTH_MAX = 128

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** True when brackets outside strings nest deeper than `depthMax`. Says nothing about text that is no JSON. */
export function nestsDeeper(text: string, depthMax = JSON_DEPTH_MAX): boolean {
  if (text.length <= depthMax) return false
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > depthMax) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}
