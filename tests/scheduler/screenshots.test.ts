/** @file Pictures of what is on: asked of the player, judged by their bytes, kept one a screen. */
import { describe, expect, test } from 'vitest'
import { startScheduler } from './scheduler-on-port.ts'
import { jpeg, json, obey, town, viewOf } from './town.ts'

describe('a screenshot', () => {
  test('is asked for and answered as the picture that its bytes are, whatever the player calls it', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const [first, second] = [at.ask('screens/screen-1/screenshot'), at.ask('screens/screen-1/screenshot')]
    await obey(player)
    for (const answer of [await first, await second]) {
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(answer.headers.get('x-pufa-taken-at')).toBe(new Date(at.clock.at).toISOString())
      expect(Buffer.from(await answer.arrayBuffer()).equals(jpeg)).toBe(true)
    }
    expect(player.count('command')).toBe(1)
    expect(await viewOf(at, 'screen-1')).toMatchObject({ pictureAt: at.clock.at })
    expect((await json<{ incidents: object[] }>(at.ask('incidents'))).incidents).toEqual([])
  })

  test('of a screen that is away is the last one with its time; without one it is said why', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const first = at.ask('screens/screen-1/screenshot')
    await obey(player)
    const taken = (await first).headers.get('x-pufa-taken-at')
    at.clock.at += 60_000
    player.close()
    await expect.poll(() => viewOf(at, 'screen-1')).toMatchObject({ online: false })
    const later = await at.ask('screens/screen-1/screenshot')
    expect([later.status, later.headers.get('x-pufa-taken-at')]).toEqual([200, taken])
    expect(await json(at.ask('screens/screen-2/screenshot'))).toMatchObject({
      error: { code: 'signage.no-picture' },
    })
  })

  test('that is no picture is not kept, and one that nobody asked for neither', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const answer = at.ask('screens/screen-1/screenshot')
    const { id } = await player.next('command')
    const page = Buffer.from('<script>alert(1)</script>').toString('base64')
    player.say({ type: 'picture', id, mime: 'image/png', data: page })
    expect((await answer).status).toBe(404)
    player.say({ type: 'picture', id, mime: 'image/jpeg', data: jpeg.toString('base64') })
    player.say({ type: 'time', sent: 1 })
    await player.next('time')
    expect((await at.ask('screens/screen-1/screenshot?last=1')).status).toBe(404)
  })
})
