/** @file Commands in the browser's hands: wires `commands.ts` to the page. Loaded with the first one. */
import type { Command } from '../../contracts/commands.ts'
import { follow, type Done } from '../commands.ts'
import type { DutyWorld } from './duty.ts'
import { identify } from './identify.ts'
import { takeNewest } from './offline.ts'
import { shoot } from './shots.ts'

/** Time for the answer to leave. */
const reloadAfterMs = 500

let takeAway: () => void = () => undefined

export function obeyWith(command: Command, world: DutyWorld & { reload(): void }): Promise<Done> {
  const { canvas, store, assets, player, wait } = world
  const now = () => world.clock.reading().now
  return follow(command, {
    now,
    overrides: () => world.light()?.overrides() ?? {},
    async override(overrides) {
      await store.keep('overrides', overrides)
      const light = await world.openLight()
      light.order(overrides)
    },
    clearCache: assets.clear,
    screenshot: (charactersMax) => shoot(canvas, charactersMax),
    identify() {
      const screen = world.screen()
      if (!screen) return false
      takeAway()
      const { drawText } = world
      takeAway = identify(screen, player.status().revision, { picture: canvas, drawText, wait, now })
      return true
    },
    reloadSoon() {
      wait(reloadAfterMs, () => {
        takeNewest(wait, world.reload).catch((error: unknown) => {
          world.report('update', error)
          world.reload()
        })
      })
    },
  })
}
