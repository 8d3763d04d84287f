/** @file Makes elements of the page. Words only ever become text, never markup. */

/** @param attributes an attribute whose value is null is left out */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** An element that the page's own markup promises. */
export function part<Kind extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind {
  const found = within.querySelector<Kind>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

/** What an attribute of an element says; empty when it has none. */
export const said = (holder: HTMLElement, name: string): string => holder.dataset[name] ?? ''
