/**
 * @file The font that a screen writes in, worn before its preview is drawn. Where it cannot be had, the
 * machine's own fonts serve, as they do on a screen.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { writeWith } from '../renderers/pen.ts'

/** One heavy weight stands for all that are asked for, as on a screen. */
const weights = '1 1000'
const faces = new Map<string, Promise<FontFace | null>>()

async function load(name: string, bytes: Promise<Blob | null>): Promise<FontFace | null> {
  const blob = await bytes
  if (!blob) return null
  const face = await new FontFace(name, await blob.arrayBuffer(), { weight: weights }).load()
  document.fonts.add(face)
  return face
}

/** Resolves once all is written in the screen's face, or in the machine's own where it has none. */
export async function wearFont(
  font: ScreenProfile['font'],
  read: (asset: string) => Promise<Blob | null>,
): Promise<void> {
  if (!font) return writeWith('')
  const name = `${font.family} ${font.asset.slice(0, 8)}`
  const known = faces.get(name) ?? load(name, read(font.asset))
  faces.set(name, known)
  try {
    writeWith((await known) ? name : '')
  } catch {
    // A broken file is as none: the next preview asks for it again.
    faces.delete(name)
    writeWith('')
  }
}
