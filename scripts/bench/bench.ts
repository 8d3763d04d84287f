/** @file What a measurement is, and how a sample becomes figures. */
export interface Row {
  what: string
  measured: string
  /** The same thing by the reference, in the same run. */
  reference?: string
  ratio?: string
  goal?: string
}

export interface BenchResult {
  rows: readonly Row[]
  /** What was measured and what was not. */
  notes: readonly string[]
}

export interface Bench {
  name: string
  title: string
  run(say: (line: string) => void): Promise<BenchResult>
}

/** @param share 0.5 for the median, 0.99 for the 99th of a hundred; the sample must not be empty */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('没有测到任何数据')
  return value
}

export const median = (sample: readonly number[]) => quantile(sample, 0.5)

export const milliseconds = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

/** Median of several ratios, with the smallest and the greatest beside it. */
export const spread = (ratios: readonly number[]) =>
  `${median(ratios).toFixed(2)}（${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}）`
