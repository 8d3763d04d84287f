/** @file `npm run soak -- films`: films one after the other at the clock's own speed. */
import { asset } from '../../tests/signage-player/rig/programme.ts'
import { filmType, recordFilm } from '../../tests/signage-player/rig/film.ts'
import { startRig } from '../../tests/signage-player/rig/browser.ts'
import type { Item, VideoItem } from '../../contracts/schedule/index.ts'
import { slogan } from '../../tests/signage-player/rig/programme.ts'
import { endure } from './endurance/screen.ts'
import { verdict } from './screen.ts'
import type { Soak } from './soak.ts'

const filmSeconds = [6, 9, 13] as const

async function films() {
  const rig = await startRig()
  try {
    const bodies: Buffer[] = []
    for (const seconds of filmSeconds)
      bodies.push(await recordFilm(rig.context, rig.server.origin(), seconds * 1_000))
    return bodies.map((body) => asset(body, filmType))
  } finally {
    await rig.close()
  }
}

export const filmsSoak: Soak = {
  name: 'films',
  title: '一块屏按真实时间连放影片：没有空白帧，内存不涨',
  options: { minutes: { title: '多少分钟', byDefault: 30 } },
  async run({ minutes = 30 }, say) {
    const assets = await films()
    const plays = assets.flatMap((one, at): (readonly [Item, number])[] => {
      const film: VideoItem = {
        ...{ kind: 'video', id: `film-${at}`, title: `影片${at}`, genre: 'drama', captions: [] },
        sources: [{ asset: one.sha256, type: one.type }],
      }
      return [
        [film, filmSeconds[at] ?? 6],
        [slogan(`between-${at}`, ['遇事找法', '解决问题靠法']), 4],
      ]
    })
    return verdict(await endure({ programme: { plays }, assets, hours: minutes / 60, rate: 1 }, say))
  },
}
