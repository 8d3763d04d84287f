/**
 * @file How the picture lies in the preview's window: as large as fits, each pixel of the sign a whole number
 * of the window's, with the grid of lights and the dusk over it. Both are never part of the picture.
 */
export interface Surface {
  look(next: { dots: boolean; brightnessPercent: number }): void
}

/** Smaller, a grid of lights only makes the picture dark. */
const dotsFrom = 3
/** A picture that is made larger than so many times is enlarged by whole steps. */
const wholeFrom = 2

export function openSurface(canvas: HTMLCanvasElement, dots: HTMLElement, dusk: HTMLElement): Surface {
  let wished = { dots: false, brightnessPercent: 100 }
  const lay = (): void => {
    const ratio = devicePixelRatio || 1
    const { width, height } = canvas
    const room = Math.min(innerWidth / width, innerHeight / height) * ratio
    const scale = (room >= wholeFrom ? Math.floor(room) : room) / ratio
    const [across, down] = [width * scale, height * scale]
    const place = {
      width: `${across}px`,
      height: `${down}px`,
      left: `${Math.max(0, Math.round((innerWidth - across) / 2))}px`,
      top: `${Math.max(0, Math.round((innerHeight - down) / 2))}px`,
    }
    canvas.classList.toggle('enlarged', scale * ratio > 1)
    for (const each of [canvas, dots, dusk]) Object.assign(each.style, place)
    dots.style.backgroundSize = `${scale}px ${scale}px`
    dots.hidden = !wished.dots || scale < dotsFrom
    dusk.hidden = wished.brightnessPercent >= 100
    dusk.style.opacity = String(1 - wished.brightnessPercent / 100)
  }
  addEventListener('resize', lay)
  new MutationObserver(lay).observe(canvas, { attributes: true, attributeFilter: ['width', 'height'] })
  lay()
  return {
    look(next) {
      wished = next
      lay()
    },
  }
}
