/** @file The wheel's face: draws the sectors into the page's SVG and turns them. */
import { labelLines, middle, outline, type Sector } from '../../fair/sectors.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
const radius = 100
const labelRadius = 74
const pegsRadius = 107
/** Hues in turn; the fifth only where the first would meet itself. */
const hues = ['red', 'paper', 'green', 'gold']
const spareHue = 'blue'
/** Longer than the style sheet's transition: the wheel may be in a window that does not draw. */
const restMsMax = 6_000

export interface Face {
  /** Resolves when the wheel rests. Without `moving` it rests at once. */
  turnTo(degrees: number, moving: boolean): Promise<void>
}

function add(parent: Element, name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const child = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, value)
  parent.append(child)
  return child
}

function hueOf(index: number, count: number): string {
  const isMeeting = index === count - 1 && index > 0 && index % hues.length === 0
  return isMeeting ? spareHue : (hues[index % hues.length] ?? spareHue)
}

function sizeOf(count: number): string {
  return count <= 6 ? 'few' : count <= 8 ? 'some' : 'many'
}

function drawLabel(face: Element, sector: Sector, index: number, count: number): void {
  const angle = count === 1 ? 0 : middle(index, count)
  const lines = labelLines(sector.label)
  const label = add(face, 'text', {
    class: `label ${sizeOf(count)} on-${hueOf(index, count)}`,
    transform: `rotate(${angle}) translate(0 ${-labelRadius})`,
  })
  for (const [line, words] of lines.entries()) {
    const part = add(label, 'tspan', { x: '0', dy: line === 0 ? `${(1 - lines.length) * 0.6}em` : '1.2em' })
    part.textContent = words
  }
}

/** @param group an empty `g` of the page, at the origin */
export function createFace(group: SVGGElement, sectors: readonly Sector[]): Face {
  group.replaceChildren()
  const count = sectors.length
  for (const [index] of sectors.entries())
    add(group, 'path', { d: outline(index, count, radius), class: `sector ${hueOf(index, count)}` })
  for (const [index, sector] of sectors.entries()) drawLabel(group, sector, index, count)
  for (let peg = 0; peg < count * 2; peg += 1)
    add(group, 'circle', {
      class: 'peg',
      r: '2.6',
      cx: '0',
      cy: String(-pegsRadius),
      transform: `rotate(${(peg * 180) / count})`,
    })

  return {
    turnTo(degrees, moving) {
      group.classList.toggle('moving', moving)
      const resting = moving
        ? new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, restMsMax)
            const done = () => {
              clearTimeout(timer)
              resolve()
            }
            group.addEventListener('transitionend', done, { once: true })
          })
        : Promise.resolve()
      group.style.transform = `rotate(${degrees}deg)`
      return resting
    },
  }
}
