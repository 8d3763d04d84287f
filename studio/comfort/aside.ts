/** @file The drawer in which a narrow window keeps the navbar: what is chosen in it closes it. */

/**
 * Sanity's drawer closes when another tool is opened, and tells nobody in it how to close it; Escape does.
 * @param within something in the drawer
 */
export function closeDrawer(within: HTMLElement | null): void {
  within?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
}
