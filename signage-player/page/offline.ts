/**
 * @file Registers the service worker, and takes an update when nobody is looking.
 *
 * Taking one reloads the page, which takes the picture away for a moment: a screen that plays waits until
 * between three and five in the morning, one that does not play takes it at once.
 */
import type { Wait } from '../time/wait.ts'

const updateEveryMs = 60 * 60_000
const askEveryMs = 60_000
const updateWithinMs = 10_000

export function keepOffline(world: {
  wait: Wait
  hour(): number
  playing(): boolean
  report(where: string, error: unknown): void
}): void {
  const workers = navigator.serviceWorker
  // The first worker of a browser takes over without having changed anything.
  if (workers.controller)
    workers.addEventListener('controllerchange', () => location.reload(), { once: true })
  const begin = async (): Promise<void> => {
    const registration = await workers.register('/player/worker.js', {
      scope: '/player/',
      updateViaCache: 'none',
    })
    const ask = (): void => {
      const hour = world.hour()
      if (!world.playing() || (hour >= 3 && hour < 5)) registration.waiting?.postMessage('take over')
      world.wait(askEveryMs, ask)
    }
    const update = (): void => {
      registration.update().catch((error: unknown) => world.report('update', error))
      world.wait(updateEveryMs, update)
    }
    world.wait(askEveryMs, ask)
    world.wait(updateEveryMs, update)
  }
  begin().catch((error: unknown) => world.report('service worker', error))
}

/** Loads the page anew with the newest shell: that which waits takes over, and the page follows it. */
export async function takeNewest(wait: Wait, reload: () => void): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/player/')
  // Without a server, or with a slow one, the page is loaded anew as it is.
  wait(updateWithinMs, reload)
  await registration?.update()
  const coming = registration?.waiting ?? registration?.installing
  if (!coming) return reload()
  const takeOver = (): void => (coming.state === 'installed' ? coming.postMessage('take over') : undefined)
  coming.addEventListener('statechange', takeOver)
  takeOver()
}
