/**
 * @file Where the picture stands in the window.
 *
 * One LED for one pixel of the device: the canvas has the sign's own pixels, and its CSS size undoes the
 * device's pixel ratio. In a try-out (`fit`) it fills the window instead, in hard-edged pixels.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'

export interface Surface {
  place(profile: ScreenProfile | null): void
  ownSize(): { width: number; height: number }
}

export function openSurface(
  canvas: HTMLCanvasElement,
  fit: boolean,
  wished: { width: number; height: number } | null,
): Surface {
  let corner = { x: 0, y: 0 }
  const lay = (): void => {
    const ratio = devicePixelRatio || 1
    const { width, height } = canvas
    const scale = fit ? Math.min(innerWidth / width, innerHeight / height) : 1 / ratio
    const left = fit ? (innerWidth - width * scale) / 2 : corner.x / ratio
    const top = fit ? (innerHeight - height * scale) / 2 : corner.y / ratio
    canvas.classList.toggle('enlarged', scale * ratio > 1)
    Object.assign(canvas.style, {
      width: `${width * scale}px`,
      height: `${height * scale}px`,
      left: `${left}px`,
      top: `${top}px`,
    })
  }
  addEventListener('resize', lay)
  // The canvas takes its size from the scene, so its place follows.
  new MutationObserver(lay).observe(canvas, { attributes: true, attributeFilter: ['width', 'height'] })
  lay()
  return {
    place(profile) {
      corner = { x: profile?.regionX ?? 0, y: profile?.regionY ?? 0 }
      lay()
    },
    ownSize() {
      if (wished) return wished
      const ratio = devicePixelRatio || 1
      return {
        width: Math.max(96, Math.round(innerWidth * ratio)),
        height: Math.max(48, Math.round(innerHeight * ratio)),
      }
    },
  }
}
