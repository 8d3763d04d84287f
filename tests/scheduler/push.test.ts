/** @file From a publication in the lake to the screens that it touches. */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { until } from './clock.ts'
import { openManifest } from './player-socket.ts'
import { county, event, playlist, ref, screen, settings, slogan } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'

const twoCounties = [
  settings(),
  slogan('slogan-evergreen', '有事找法'),
  playlist('playlist-evergreen', 'slogan-evergreen'),
  ...['1', '2'].flatMap((code) => [
    county(code),
    screen(`screen-${code}`, { county: ref(`county-${code}`) }),
    slogan(`slogan-${code}`, `标语${code}`),
    playlist(`playlist-${code}`, `slogan-${code}`),
    event(`event-${code}`, { playlist: ref(`playlist-${code}`), targets: [{ county: `county-${code}` }] }),
  ]),
]

describe('a publication', () => {
  test('reaches the screens that it touches, and no other', async () => {
    const { playing, lake } = await startScheduler(twoCounties)
    const [one, two] = [await playing('screen-1'), await playing('screen-2')]
    await lake.client.patch('slogan-1').set({ text: '新的标语' }).commit()
    const manifest = await openManifest(one.publicKey, await one.player.next('manifest'))
    expect(JSON.stringify(manifest.schedule.items)).toContain('新的标语')
    await lake.client.patch('slogan-evergreen').set({ text: '保底也换' }).commit()
    await openManifest(two.publicKey, await two.player.next('manifest'))
    // The change of the fallback is the second that screen 2 got; the other county's never came.
    expect([one.player.count('manifest'), two.player.count('manifest')]).toEqual([3, 2])
  })

  test('through the Studio’s own way, draft first, shows only when it is published', async () => {
    const { playing, lake } = await startScheduler(twoCounties)
    const { player } = await playing('screen-1')
    await lake.client.createOrReplace({ ...slogan('slogan-1', '改好的'), _id: 'drafts.slogan-1' })
    player.say({ type: 'time', sent: 1 })
    await player.next('time')
    expect(player.count('manifest')).toBe(1)
    await lake.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.slogan-1',
      publishedId: 'slogan-1',
    })
    expect((await player.next('manifest')) && player.count('manifest')).toBe(2)
  })

  test('that is withdrawn leaves the screen at once', async () => {
    const { playing, lake } = await startScheduler(twoCounties)
    const { player, publicKey } = await playing('screen-1')
    await lake.client.delete('event-1')
    const manifest = await openManifest(publicKey, await player.next('manifest'))
    expect(manifest.schedule.events).toEqual([])
  })
})

test('a player that was away gets the newest only, and one that has it gets nothing', async () => {
  const { playing, connect, lake, clock, ask } = await startScheduler(twoCounties)
  const { player, token, publicKey } = await playing('screen-1')
  player.close()
  await player.closed
  for (const text of ['一', '二', '三']) {
    clock.at += 1_000
    await lake.client.patch('slogan-1').set({ text }).commit()
    await until('the change to be taken in', async () =>
      (await (await ask('resolve?screen=screen-1')).text()).includes(text),
    )
  }
  const again = await connect()
  again.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
  const { revision } = await openManifest(publicKey, await again.next('manifest'))
  const third = await connect()
  third.say({ type: 'hello', screen: 'screen-1', token, revision, version: '1' })
  await third.next('welcome')
  third.say({ type: 'time', sent: 1 })
  await third.next('time')
  expect(third.count('manifest')).toBe(0)
})

test('a database that cannot be written for a while ends nothing, and the change comes when it can be', async () => {
  const { playing, lake, folder, log } = await startScheduler(twoCounties)
  const { player, publicKey } = await playing('screen-1')
  const other = new DatabaseSync(join(folder, 'signage.db'))
  onTestFinished(() => other.close())
  other.exec('BEGIN IMMEDIATE')
  await lake.client.patch('slogan-1').set({ text: '晚到' }).commit()
  await until('the fault to be logged', () => log.lines.some(({ level }) => level === 'error'), 20_000)
  other.exec('ROLLBACK')
  await until('the change', () => player.count('manifest') > 1, 20_000)
  const manifest = await openManifest(publicKey, await player.next('manifest'))
  expect(JSON.stringify(manifest.schedule.items)).toContain('晚到')
})
