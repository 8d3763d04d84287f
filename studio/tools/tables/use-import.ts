/** @file The course of one import, as a state that panes draw: file, columns, dry run, writing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCurrentUser } from 'sanity'
import { browserClock } from '../../clock.ts'
import { checkTable, filledRows, type Checked, type Validate } from './check/check.ts'
import { download, faultyTable } from './file/write.ts'
import { readFile, rowsMax } from './file/read.ts'
import type { Sheet } from './file/cell.ts'
import type { ListShape } from './lists/shape.ts'
import { matchColumns, rememberedFrom, type Matching } from './match.ts'
import { remember, remembered } from './remember.ts'
import type { TablesLake } from './lake.ts'
import { partsOf, type ImportHead } from './write/plan.ts'
import { begin, runImport, type RunState } from './write/run.ts'
import { troubleOf } from './write/trouble.ts'

interface Opened {
  list: ListShape
  file: string
  sheets: readonly Sheet[]
  sheet: Sheet
  matching: Matching
}

export type Stage =
  | { name: 'file'; list: ListShape | null; isReading: boolean; refusal: string | null }
  | ({ name: 'match'; refusal: string | null } & Opened)
  | ({ name: 'checking'; done: number; all: number } & Opened)
  | ({ name: 'checked'; checked: Checked } & Opened)
  | ({ name: 'run'; head: ImportHead; state: RunState; isRunning: boolean } & Opened)

const start = (list: ListShape | null, refusal: string | null = null): Stage => ({
  name: 'file',
  list,
  isReading: false,
  refusal,
})

/** Twelve letters and digits; `crypto.randomUUID` is missing where the page comes over plain HTTP. */
function freshRun(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('')
}

const breathe = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function opened(list: ListShape, file: string, sheets: readonly Sheet[], sheet: Sheet): Opened {
  return {
    list,
    file,
    sheets,
    sheet,
    matching: matchColumns(list, sheet.rows, remembered(localStorage, list.name)),
  }
}

const ofOpened = ({ list, file, sheets, sheet, matching }: Opened): Opened => ({
  list,
  file,
  sheets,
  sheet,
  matching,
})

export function useImport(lake: TablesLake, validate: Validate) {
  const [stage, setStage] = useState<Stage>(start(null))
  const author = useCurrentUser()?.name ?? ''
  const abort = useRef<AbortController | null>(null)
  const isBusy = stage.name === 'run' && stage.isRunning

  useEffect(() => () => abort.current?.abort(), [])
  useEffect(() => {
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isBusy])

  const open = useCallback(async (list: ListShape, file: File) => {
    setStage({ name: 'file', list, isReading: true, refusal: null })
    const { readXlsx } = await import('./file/xlsx.ts')
    const read = await readFile(file, readXlsx)
    const [sheet] = read.ok ? read.sheets : []
    if (!read.ok || !sheet) return setStage(start(list, read.ok ? null : read.sentence))
    setStage({ name: 'match', refusal: null, ...opened(list, file.name, read.sheets, sheet) })
  }, [])

  const check = async (at: Opened) => {
    const { list, sheet, matching } = at
    remember(localStorage, list.name, rememberedFrom(list, matching))
    const rows = filledRows(at)
    const back = (refusal: string) => setStage({ name: 'match', refusal, ...at })
    if (rows.length > rowsMax) return back(`表里有 ${rows.length} 行，一次最多 ${rowsMax} 行。请拆成几个文件`)
    abort.current = new AbortController()
    const { signal } = abort.current
    setStage({ name: 'checking', done: 0, all: rows.length, ...at })
    try {
      const checked = await checkTable({
        list,
        sheet,
        matching,
        facts: await lake.facts(list),
        validate,
        signal,
        onProgress: (done, all) => {
          setStage({ name: 'checking', done, all, ...at })
          return breathe(0)
        },
      })
      setStage({ name: 'checked', checked, ...at })
    } catch (error) {
      if (!signal.aborted) back(`${troubleOf(error).sentence}。检查没有做完，请再点一次`)
    }
  }

  const run = async (at: Opened, head: ImportHead, from: RunState) => {
    abort.current = new AbortController()
    const show = (state: RunState, isRunning: boolean) =>
      setStage({ name: 'run', head, state, isRunning, ...at })
    show({ ...from, stopped: null }, true)
    const ended = await runImport(
      {
        head,
        commit: lake.commit,
        pause: breathe,
        onProgress: (state) => show(state, true),
        signal: abort.current.signal,
      },
      from,
    )
    show(ended, false)
  }

  return {
    stage,
    choose: (list: ListShape) => setStage(start(list)),
    open,
    again: () => setStage(start(stage.list)),
    toSheet: (sheet: Sheet) => {
      if (stage.name !== 'match') return
      setStage({ name: 'match', refusal: null, ...opened(stage.list, stage.file, stage.sheets, sheet) })
    },
    toMatching: (matching: Matching) => {
      if (stage.name === 'match') setStage({ ...stage, matching })
    },
    check: () => {
      if (stage.name === 'match') void check(ofOpened(stage))
    },
    stopChecking: () => {
      abort.current?.abort()
      if (stage.name === 'checking') setStage({ name: 'match', refusal: null, ...ofOpened(stage) })
    },
    toMatch: () => {
      if (stage.name === 'checked') setStage({ name: 'match', refusal: null, ...ofOpened(stage) })
    },
    faulty: () => {
      if (stage.name !== 'checked') return
      const { sheet, matching, checked, file } = stage
      const wrong = checked.rows.flatMap(({ row, state, faults }) =>
        state === 'wrong'
          ? [
              {
                row,
                cells: sheet.rows[row - 1] ?? [],
                sentences: faults.map(({ column, sentence }) =>
                  column ? `${column}：${sentence}` : sentence,
                ),
              },
            ]
          : [],
      )
      void download(faultyTable(matching.headers, wrong), `${file.replace(/\.[^.]+$/u, '')}-有误的行.xlsx`)
    },
    begin: () => {
      if (stage.name !== 'checked') return
      const { list, file, checked } = stage
      const head: ImportHead = {
        run: freshRun(),
        list,
        file,
        startedAt: new Date(browserClock.now()).toISOString(),
        author,
        documents: checked.writes.length,
      }
      void run(ofOpened(stage), head, begin(partsOf(checked.writes)))
    },
    stop: () => abort.current?.abort(),
    goOn: () => {
      if (stage.name === 'run') void run(ofOpened(stage), stage.head, stage.state)
    },
  }
}

export type Import = ReturnType<typeof useImport>
