/**
 * @file The font that comes with the manifest: worn as soon as it is at hand. Until then, and for letters
 * that it lacks, the box's own fonts serve, so no screen waits for it. Words that stand when it comes are laid
 * out again, as they were measured with another. A chunk of its own.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Player } from '../player.ts'
import type { Wait } from '../time/wait.ts'

export interface FontWorld {
  read(sha256: string): Promise<Blob | null>
  /** From here on all is written in this face. */
  writeWith(family: string): void
  wait: Wait
  report(where: string, error: unknown): void
  player: Pick<Player, 'status' | 'remake'>
}

type Font = NonNullable<ScreenProfile['font']>

const lookEveryMs = 5_000
/** One heavy weight stands for all that are asked for; the browser then thickens nothing by itself. */
const weights = '1 1000'
/** They have few words or none, and a film would stop for it. */
const pictures: ReadonlySet<string> = new Set(['image', 'video', 'gallery', 'live', 'testPattern'])
let wanted = ''
let worn: FontFace | null = null

async function fetchAndWear({ asset, family }: Font, world: FontWorld): Promise<void> {
  if (wanted !== asset) return
  const blob = await world.read(asset)
  if (!blob) {
    world.wait(lookEveryMs, () => begin({ asset, family }, world))
    return
  }
  // A name of its own: by the name it is known that widths are others.
  const name = `${family} ${asset.slice(0, 8)}`
  const face = await new FontFace(name, await blob.arrayBuffer(), { weight: weights }).load()
  if (wanted !== asset) return
  document.fonts.add(face)
  if (worn) document.fonts.delete(worn)
  worn = face
  world.writeWith(name)
  document.documentElement.dataset['font'] = asset
  const on = world.player.status().nowPlaying
  if (on && !pictures.has(on.kind)) world.player.remake()
}

function begin(font: Font, world: FontWorld): void {
  fetchAndWear(font, world).catch((error: unknown) => world.report('font', error))
}

export function wear(font: Font, world: FontWorld): void {
  if (font.asset === wanted) return
  wanted = font.asset
  begin(font, world)
}
