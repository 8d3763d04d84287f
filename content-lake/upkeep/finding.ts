/**
 * @file What an examination of a data folder can say: what is wrong, and what to do about it.
 *
 * Pure. A fault means that something is lost, changed or about to be; a note may stand for years.
 */
export interface Finding {
  kind: 'fault' | 'note'
  /** Names the sort of damage, for programs. */
  code: string
  /** Chinese, one sentence: what was found, and where. */
  what: string
  /** Chinese: what to do. */
  remedy: string
}

/** Of one sort, so many are told one by one; the rest are counted. */
const TOLD_MAX = 10

export const fault = (code: string, what: string, remedy: string): Finding => ({
  kind: 'fault',
  code,
  what,
  remedy,
})
export const note = (code: string, what: string, remedy: string): Finding => ({
  ...fault(code, what, remedy),
  kind: 'note',
})

export const RESTORE =
  '不要继续编辑；先把整个数据文件夹复制一份留底，再从最近一份完好的备份恢复（npm run restore）'

/** Collects findings without end and keeps a bounded number of each sort. */
export class Findings {
  readonly #told: Finding[] = []
  readonly #counts = new Map<string, number>()

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.code) ?? 0) + 1
    this.#counts.set(finding.code, count)
    if (count <= TOLD_MAX) this.#told.push(finding)
  }

  /** In the order found; after the last one told of a sort stands how many more there are. */
  list(): Finding[] {
    const rest = [...this.#counts].flatMap(([code, count]) => {
      const last = this.#told.findLast((finding) => finding.code === code)
      return count > TOLD_MAX && last
        ? [{ ...last, what: `同类问题还有 ${count - TOLD_MAX} 处，没有一一列出` }]
        : []
    })
    return [...this.#told, ...rest]
  }
}
