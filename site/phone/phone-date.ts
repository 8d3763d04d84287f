/**
 * @file The phone's own day. What is chosen, filled in or printed on the phone carries the day on which
 * it is done, also when the page was made for a static copy months ago or read without network. What
 * counts in law (deadlines, papers) goes by the page's day instead, since old phones lose their date.
 */

/** @returns the date where the reader is, `2026-11-22` */
export function phoneDate(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
