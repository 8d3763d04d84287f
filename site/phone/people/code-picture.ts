/** @file A QR code as a drawing in the page: one path, black on white, with its quiet zone. */
import { encode } from 'uqr'

const namespace = 'http://www.w3.org/2000/svg'
const quietZone = 4

/** @returns null when the text is longer than a code holds */
export function codePicture(text: string, label: string): SVGSVGElement | null {
  const rows = rowsOf(text)
  if (!rows) return null
  const size = rows.length
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  svg.setAttribute('shape-rendering', 'crispEdges')
  svg.append(shape(`M0 0h${size}v${size}h-${size}z`, '#fff'), shape(outline(rows), '#000'))
  return svg
}

function rowsOf(text: string): boolean[][] | null {
  try {
    return encode(text, { ecc: 'M', border: quietZone }).data
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function shape(path: string, fill: string): SVGPathElement {
  const made = document.createElementNS(namespace, 'path')
  made.setAttribute('d', path)
  made.setAttribute('fill', fill)
  return made
}

/** Each run of dark modules as one rectangle. */
function outline(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = []
  rows.forEach((row, y) => {
    let from = -1
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && from === -1) from = x
      if (row[x] || from === -1) continue
      runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`)
      from = -1
    }
  })
  return runs.join('')
}
