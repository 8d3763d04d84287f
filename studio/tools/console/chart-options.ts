/** @file How bars are drawn: sizes, colours, and words in place of the library's own English dates. */
import uPlot from 'uplot'
import { shortened, type Bar } from './report.ts'

export interface ChartShape {
  bars: readonly Bar[]
  /** Names at the left, bars to the right; otherwise bars upwards. */
  lying: boolean
  dark: boolean
  width: number
  height: number
}

const font = '12px "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const letterSize = 12
const nameSizeMax = 240
const nameShare = 0.42
const labelWidth = 44
const thickest = 46

/** As exact as the distance of two lines needs, so that no two of them bear the same figure. */
function figures(at: readonly number[]): string[] {
  const distance = Math.abs((at[1] ?? 1) - (at[0] ?? 0))
  const digits = distance >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(distance || 1)))
  return at.map((value) => value.toFixed(digits))
}

/** As many labels as have room; each is one of the bars. */
function everyNth({ bars, lying, width }: ChartShape): number {
  return lying ? 1 : Math.max(1, Math.ceil((bars.length * labelWidth) / Math.max(1, width - 60)))
}

export function chartOptions(shape: ChartShape): uPlot.Options {
  const { bars, lying, dark, width, height } = shape
  const [ink, line, fill] = dark ? ['#b9bdc8', '#3a3d49', '#d9574c'] : ['#515e72', '#e3e4e8', '#b3261e']
  const step = everyNth(shape)
  const splits = bars.flatMap((_, index) => (index % step === 0 ? [index] : []))
  const nameSize = Math.min(nameSizeMax, Math.floor(width * nameShare))
  const letters = Math.floor((nameSize - letterSize) / letterSize)
  const axis = { stroke: ink, font }
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [12, 16, 4, 4],
    scales: {
      x: {
        time: false,
        range: [-0.6, bars.length - 0.4],
        ...(lying ? { ori: 1, dir: -1 } : {}),
      },
      y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1], ...(lying ? { ori: 0 } : {}) },
    },
    axes: [
      {
        ...axis,
        side: lying ? 3 : 2,
        size: lying ? nameSize : 30,
        grid: { show: false },
        ticks: { show: false },
        splits: () => splits,
        values: (_, at) => at.map((index) => shortened(bars[index]?.label ?? '', lying ? letters : Infinity)),
      },
      {
        ...axis,
        side: lying ? 2 : 3,
        size: lying ? 30 : 52,
        grid: { stroke: line, width: 1 },
        ticks: { show: false },
        values: (_, at) => figures(at),
      },
    ],
    series: [
      {},
      {
        fill,
        stroke: fill,
        width: 0,
        points: { show: false },
        ...(uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.62, thickest] }) } : {}),
      },
    ],
  }
}
