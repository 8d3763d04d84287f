/** @file A box behind a screen, as it stands in the street: it draws six digits, and plays once it is paired. */
import type { Page } from 'playwright'
import type { Stage } from '../stage.ts'

declare global {
  interface Window {
    /** Every text that a canvas of the page was asked to draw. */
    drawnTexts?: string[]
  }
}

const players = new WeakMap<Stage, Page>()

export async function plugIn(stage: Stage): Promise<void> {
  const player = await stage.elsewhere({ width: 512, height: 256 })
  // The digits stand on a canvas: what the screen shows is what was drawn.
  await player.addInitScript(() => {
    const drawn: string[] = []
    window.drawnTexts = drawn
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
      drawn.push(text)
      fillText.call(this, text, ...where)
    }
  })
  await player.goto(`${stage.origin}/player/`)
  players.set(stage, player)
}

export function playerOf(stage: Stage): Page {
  const player = players.get(stage)
  if (!player) throw new Error('No player is plugged in')
  return player
}

/** The six digits that the player drew last. */
export async function digits(stage: Stage): Promise<string> {
  const found = await playerOf(stage).waitForFunction(() =>
    window.drawnTexts?.findLast((text) => /^\d{3} \d{3}$/u.test(text)),
  )
  return String(await found.jsonValue()).replace(' ', '')
}

const shown = (stage: Stage) => playerOf(stage).evaluate(() => window.pufaPlayer?.nowPlaying?.item ?? '')

/** Waits until what the screen shows is, or is not, an order's. */
export async function untilOrder(stage: Stage, isOrder: boolean): Promise<void> {
  for (;;) {
    const item = await shown(stage)
    if (item !== '' && item.startsWith('order:') === isOrder) return
    await stage.page.waitForTimeout(200)
  }
}
