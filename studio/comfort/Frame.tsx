/** @file Around the whole Studio: the tour, the list of keys, and what notes which contents were opened. */
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useCurrentUser, type LayoutProps } from 'sanity'
import { useRouterState } from 'sanity/router'
import { HelpContext } from './help/context.ts'
import { useKept } from './person/use-kept.ts'
import { ReviewRecorder } from './recent/Recorder.tsx'
import { done, leftOnce, readTourSeen, wantsTour } from './tour/seen.ts'
import { useIdle } from './tour/use-idle.ts'

const Tour = lazy(() => import('./tour/Tour.tsx'))
const KeysDialog = lazy(() => import('./help/KeysDialog.tsx').then((all) => ({ default: all.KeysDialog })))

/** On the blue of the row that is open no other colour can be read. */
const openRow = `[data-ui="PreviewCard"][data-selected] [data-testid="listed-state"] { color: inherit !important }`

/** Whoever presses nothing for so long is looking for where to begin. */
const stillMs = 1500

/** The first screen: the desk with nothing opened in it. */
function useIsHome(): boolean {
  const { tool, structure } = useRouterState() as {
    tool?: string
    structure?: { panes?: readonly unknown[] }
  }
  return (tool === undefined || tool === 'structure') && !structure?.panes?.length
}

type Running = 'asked' | 'by-itself'

/** @returns what runs, and how it begins and ends */
function useTour() {
  const isSignedIn = useCurrentUser() !== null
  const isHome = useIsHome()
  const [seen, keep] = useKept('tour', readTourSeen)
  const [running, setRunning] = useState<Running | null>(null)
  const [isOver, setOver] = useState(false)
  const mayBegin = isSignedIn && isHome && !isOver && running === null && seen !== null && wantsTour(seen)
  const isIdle = useIdle(mayBegin, stillMs)
  if (isIdle && mayBegin) setRunning('by-itself')
  const start = useCallback(() => setRunning('asked'), [])
  const end = useCallback(
    (how: 'done' | 'left') => {
      setOver(true)
      setRunning(null)
      if (seen) keep(how === 'done' ? done(seen) : leftOnce(seen))
    },
    [seen, keep],
  )
  return { running, start, end }
}

export function ComfortFrame(props: LayoutProps) {
  const tour = useTour()
  const [hasKeys, setKeys] = useState(false)
  const before = useRef<Element | null>(null)
  const { start, end } = tour
  const help = useMemo(
    () => ({
      startTour() {
        before.current = document.querySelector('[data-pufa="help"]')
        start()
      },
      showKeys: () => setKeys(true),
    }),
    [start],
  )
  const leave = useCallback(
    (how: 'done' | 'left') => {
      end(how)
      if (before.current instanceof HTMLElement) before.current.focus()
      before.current = null
    },
    [end],
  )
  return (
    <HelpContext.Provider value={help}>
      <style>{openRow}</style>
      <ReviewRecorder />
      {tour.running && (
        <Suspense fallback={null}>
          <Tour isAsked={tour.running === 'asked'} onEnd={leave} />
        </Suspense>
      )}
      {hasKeys && (
        <Suspense fallback={null}>
          <KeysDialog onClose={() => setKeys(false)} />
        </Suspense>
      )}
      {props.renderDefault(props)}
    </HelpContext.Provider>
  )
}
