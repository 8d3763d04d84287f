/**
 * @file A batch of wordings, pasted from a table or a text: one a line, 要找的词 · 改成什么 · 为什么. Pure.
 *
 * Columns are parted by a tab, as tables are copied, or by an arrow or a comma; what may stand in its place is
 * parted by 、 or |. A wording that the list has already is left as it is.
 */
import { wordEntriesMax, wordingCharactersMax, type WordEntry } from '../../contracts/documents/words.ts'
import { normalWords } from '../../contracts/words/normal.ts'

export type PastedEntry = WordEntry & { _key: string }

export interface Pasted {
  entries: readonly PastedEntry[]
  /** Wordings that the list holds already, or that stand there twice. */
  known: number
  /** Lines that cannot be taken, with the reason; at most `faultsMax` of them. */
  faults: readonly string[]
}

const faultsMax = 20
const whyMax = 100

function columnsOf(line: string): string[] {
  const parted = line.includes('\t') ? line.split('\t') : line.split(/\s*(?:→|->|=>|,|，)\s*/u)
  return parted.map((column) => column.trim())
}

function faultOf(words: string, instead: readonly string[], why: string): string | null {
  if (normalWords(words) === '') return '没有要找的词'
  if ([...words].length > wordingCharactersMax) return `要找的词最多 ${wordingCharactersMax} 个字`
  if (instead.some((each) => each === words)) return `“${words}”改成的还是它自己`
  return [...why].length > whyMax ? `“为什么”最多 ${whyMax} 个字` : null
}

/** @param present wordings and keys of the list as it is */
export function readPasted(
  text: string,
  present: readonly { _key?: string; words?: string | null }[],
): Pasted {
  const taken = new Set(present.map(({ words }) => normalWords(words ?? '')))
  const keys = new Set(present.map(({ _key }) => _key))
  const entries: PastedEntry[] = []
  const faults: string[] = []
  let known = 0
  const keyFor = () => {
    let place = keys.size + 1
    while (keys.has(`pasted-${place}`)) place += 1
    keys.add(`pasted-${place}`)
    return `pasted-${place}`
  }
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '') return
    const [words = '', second = '', why = ''] = columnsOf(line)
    const instead = second.split(/[、|]/u).flatMap((each) => each.trim() || [])
    const fault =
      present.length + entries.length >= wordEntriesMax
        ? `一份词表最多 ${wordEntriesMax} 个词`
        : faultOf(words, instead, why)
    if (fault !== null) {
      if (faults.length < faultsMax) faults.push(`第 ${index + 1} 行：${fault}`)
    } else if (taken.has(normalWords(words))) known += 1
    else {
      taken.add(normalWords(words))
      entries.push({
        ...{ _key: keyFor(), _type: 'wordEntry', words },
        ...(instead.length > 0 ? { instead } : {}),
        ...(why === '' ? {} : { why }),
      })
    }
  })
  return { entries, known, faults }
}

/** What is told before anything is added. */
export function pastedWords({ entries, known, faults }: Pasted): string {
  const parts = [
    `能加 ${entries.length} 个词`,
    ...(known > 0 ? [`${known} 个已经有了，不再加`] : []),
    ...(faults.length > 0 ? [`${faults.length} 行不能用，见下面`] : []),
  ]
  return `${parts.join('；')}。`
}
