/** @file What a trial of endurance is. */
export interface SoakOption {
  title: string
  byDefault: number
}

export interface SoakResult {
  passed: boolean
  /** One line with counts. */
  line: string
}

export interface Soak {
  name: string
  title: string
  options: Readonly<Record<string, SoakOption>>
  run(options: Readonly<Record<string, number>>, say: (line: string) => void): Promise<SoakResult>
}
