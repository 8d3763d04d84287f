/** @file `npm run soak -- screen`: a day of a screen without films, sixty times as fast as the clock. */
import { samples } from '../../tests/signage-player/rig/samples.ts'
import { endure, slopePerHour, type Endurance } from './endurance/screen.ts'
import type { Soak } from './soak.ts'

const heapSlopeMax = 50_000

/** Growth over less time says nothing. */
const measuredMin = 10

/** Counts that must stand still may sway by a few while a page works. */
const swayMax = 20

export function verdict(found: Endurance): { passed: boolean; line: string } {
  const { screenshots, blanks, plays, wrong, latestMs, measured, problems } = found
  const heap = slopePerHour(measured, ({ heapBytes }) => heapBytes)
  const sway = (of: 'nodes' | 'listeners'): number => {
    const late = measured.slice(Math.ceil(measured.length / 10)).map((one) => one[of])
    return Math.max(...late) - Math.min(...late)
  }
  const passed =
    blanks === 0 &&
    wrong.length === 0 &&
    problems.length === 0 &&
    plays > 0 &&
    (heap <= heapSlopeMax || measured.length < measuredMin) &&
    sway('nodes') <= swayMax &&
    sway('listeners') <= swayMax
  const last = measured.at(-1)
  const line = [
    `截图 ${screenshots} 张，空白 ${blanks} 张`,
    `播放 ${plays} 条，不对的 ${wrong.length} 条${wrong.length > 0 ? `（${wrong.slice(0, 3).join('；')}）` : ''}`,
    `换画面最晚 ${Math.round(latestMs)} ms（真实时间）`,
    `堆每小时 ${measured.length < measuredMin ? '（时间太短，不判）' : `${(heap / 1_000).toFixed(1)} kB`}，最后 ${((last?.heapBytes ?? 0) / 1e6).toFixed(2)} MB`,
    `节点波动 ${sway('nodes')}，监听波动 ${sway('listeners')}`,
    `问题 ${problems.length} 个${problems.length > 0 ? `（${problems.slice(0, 3).join('；')}）` : ''}`,
  ].join('；')
  return { passed, line }
}

export const screenSoak: Soak = {
  name: 'screen',
  title: '一块屏不放影片连播一天：没有空白帧，准点换，内存不涨',
  options: {
    hours: { title: '模拟多少小时', byDefault: 24 },
    rate: { title: '比真实时间快多少倍', byDefault: 60 },
  },
  async run({ hours = 24, rate = 60 }, say) {
    const found = await endure({ programme: { plays: samples }, assets: [], hours, rate }, say)
    return verdict(found)
  },
}
