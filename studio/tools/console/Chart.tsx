/** @file Bars of hours, upright for days and lying for names. The numbers stand in a table beside; this is their look. */
import { Text, useTheme_v2 } from '@sanity/ui'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import { chartOptions } from './chart-options.ts'
import { chartWords, scaled, type Bar } from './report.ts'

interface ChartProps {
  title: string
  bars: readonly Bar[]
  lying?: boolean
}

const upright = 240
const rowHeight = 30
const lyingEdges = 50

export function Chart({ title, bars, lying = false }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const dark = useTheme_v2().color._dark
  const height = lying ? bars.length * rowHeight + lyingEdges : upright

  useEffect(() => {
    const element = place.current
    if (!element || bars.length === 0) return
    const plot = new uPlot(
      chartOptions({ bars, lying, dark, width: element.clientWidth, height }),
      [bars.map((_, index) => index), [...scaled(bars).values]],
      element,
    )
    const watch = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }))
    watch.observe(element)
    return () => {
      watch.disconnect()
      plot.destroy()
    }
  }, [bars, lying, dark, height])

  return (
    <figure style={{ margin: 0 }}>
      <figcaption>
        <Text size={1} weight="medium">
          {title}（{scaled(bars).unit}）
        </Text>
      </figcaption>
      <div
        aria-label={chartWords(title, bars)}
        className="console-chart"
        role="img"
        ref={place}
        style={{ marginTop: 12, height }}
      />
    </figure>
  )
}
