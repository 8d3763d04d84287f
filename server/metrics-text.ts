/** @file Writes figures as Prometheus reads them: by family, with what each means and what kind it is. Pure. */
import { metricHelp } from '../contracts/metrics.ts'

/** `lake_query_seconds_bucket{le="1"}` → `lake_query_seconds`, where that is a histogram. */
export function familyOf(name: string, histograms: ReadonlySet<string>): string {
  const bare = name.replace(/\{.*/, '')
  const stem = bare.replace(/_(bucket|sum|count)$/, '')
  return histograms.has(stem) ? stem : bare
}

/** @param figures name, with labels if any, and value */
export function metricsText(figures: readonly (readonly [name: string, value: number])[]): string {
  const histograms = new Set(figures.flatMap(([name]) => /^(\w+)_bucket\{/.exec(name)?.[1] ?? []))
  const families = new Map<string, string[]>()
  for (const [name, value] of figures) {
    const family = familyOf(name, histograms)
    families.set(family, [...(families.get(family) ?? []), `${name} ${value}\n`])
  }
  return [...families]
    .map(([family, lines]) => {
      const help = metricHelp[family]
      const kind = histograms.has(family) ? 'histogram' : family.endsWith('_total') ? 'counter' : 'gauge'
      const head = `${help === undefined ? '' : `# HELP ${family} ${help}\n`}# TYPE ${family} ${kind}\n`
      return head + lines.join('')
    })
    .join('')
}
