/**
 * @file The font that comes with the manifest: worn as soon as it is at hand. Until then, and for letters
 * that it lacks, the box's own fonts serve, so no screen waits for it. A chunk of its own.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Wait } from '../time/wait.ts'

export interface FontWorld {
  read(sha256: string): Promise<Blob | null>
  /** From here on all is written in this face. */
  writeWith(family: string): void
  wait: Wait
  report(where: string, error: unknown): void
}

type Font = NonNullable<ScreenProfile['font']>

const lookEveryMs = 5_000
/** One heavy weight stands for all that are asked for; the browser then thickens nothing by itself. */
const weights = '1 1000'
let wanted = ''
let worn: FontFace | null = null

async function fetchAndWear({ asset, family }: Font, world: FontWorld): Promise<void> {
  if (wanted !== asset) return
  const blob = await world.read(asset)
  if (!blob) {
    world.wait(lookEveryMs, () => begin({ asset, family }, world))
    return
  }
  const face = await new FontFace(family, await blob.arrayBuffer(), { weight: weights }).load()
  if (wanted !== asset) return
  document.fonts.add(face)
  if (worn) document.fonts.delete(worn)
  worn = face
  world.writeWith(family)
  document.documentElement.dataset['font'] = asset
}

function begin(font: Font, world: FontWorld): void {
  fetchAndWear(font, world).catch((error: unknown) => world.report('font', error))
}

export function wear(font: Font, world: FontWorld): void {
  if (font.asset === wanted) return
  wanted = font.asset
  begin(font, world)
}
