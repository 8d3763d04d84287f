/**
 * @file The foot of a page in a copy: what needs a program is taken out, the printed code becomes the copy's. Pure.
 *
 * A code that leads to the machine on which the copy was made must never get onto paper, so it is drawn
 * again for the new host, and left out where nobody has said which host that is.
 */
import { qrOutline, quietZone } from '../share/qr.ts'
import type { Copy } from './places.ts'

const tools = /<section class="tools"[^>]*>([\s\S]*?)<\/section\s*>/g
const code = /\/s\/([0-9A-Z]{7,12})\b/

export function exportTools(html: string, copy: Copy): string {
  return html.replace(tools, (_whole, inside: string) => {
    const found = code.exec(inside)?.[1]
    if (found === undefined || copy.origin === null) return ''
    const link = `${copy.origin}${copy.base}s/${found}/`
    const words = `<p>手机扫码看本页，或输入地址：<br>${link}</p>`
    return `<section class="tools" aria-label="本页的码"><div class="paper-code">${drawn(link)}${words}</div></section>`
  })
}

/** As `components/Qr.astro` draws it. */
function drawn(text: string): string {
  const { size, path } = qrOutline(text)
  const side = size + 2 * quietZone
  const frame = `${-quietZone} ${-quietZone} ${side} ${side}`
  return (
    `<svg class="qr" viewBox="${frame}" aria-hidden="true" shape-rendering="crispEdges">` +
    `<rect x="${-quietZone}" y="${-quietZone}" width="${side}" height="${side}" fill="#fff"></rect>` +
    `<path d="${path}" fill="#000"></path></svg>`
  )
}
