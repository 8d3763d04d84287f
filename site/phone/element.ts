/** @file Finds the elements that a page's script was written for. */

/** @throws Error when the page has no such element: page and script do not belong together */
export function element<Kind extends Element>(
  selector: string,
  kind: abstract new () => Kind,
  within: ParentNode = document,
): Kind {
  const found = within.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`the page has no ${selector}`)
}
