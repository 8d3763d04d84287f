/**
 * @file Above an open form, what Sanity shows by greyed fields only: that the connection is lost, and whether
 * what was typed is saved. It takes no press.
 */
import { Card, Portal, Text } from '@sanity/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { getPublishedId, useConnectionState, useSyncState } from 'sanity'
import { savingWords } from './words.ts'

/** A connection that is back so soon was not missed. */
const missedMs = 1000
/** Whatever the browser says of the line: what takes so long to save is not on its way. */
const slowMs = 6000
const backMs = 6000

function hearLine(tell: () => void): () => void {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
const isLineUp = () => navigator.onLine

/** The same a moment later: what passes at once is not said. */
function useLasting(value: boolean, forMs: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(value), value ? forMs : 0)
    return () => clearTimeout(timer)
  }, [value, forMs])
  return value && lasting
}

export function SavingLine({ documentId, documentType }: { documentId: string; documentType: string }) {
  const id = getPublishedId(documentId)
  const state = useConnectionState(id, documentType)
  const { isSyncing } = useSyncState(id, documentType)
  const isOnline = useSyncExternalStore(hearLine, isLineUp)
  const isGone = useLasting(state === 'reconnecting' || !isOnline, missedMs)
  const isSlow = useLasting(isSyncing, slowMs)
  const isCut = isGone || isSlow
  const [wasCut, setWasCut] = useState(false)
  if (isCut && !wasCut) setWasCut(true)
  useEffect(() => {
    if (!wasCut || isCut || isSyncing) return
    const timer = setTimeout(() => setWasCut(false), backMs)
    return () => clearTimeout(timer)
  }, [wasCut, isCut, isSyncing])
  const words = savingWords({ connection: isCut ? 'reconnecting' : 'connected', isSyncing, wasCut })
  if (words === null) return null
  return (
    <Portal>
      <Card
        data-testid="pufa-saving"
        padding={3}
        radius={3}
        role="status"
        shadow={3}
        style={{
          ...{ position: 'fixed', top: 62, left: '50%', transform: 'translateX(-50%)', zIndex: 890 },
          ...{ pointerEvents: 'none', width: 'max-content', maxWidth: '92vw' },
        }}
        tone={words.tone}
      >
        <Text size={1} weight="medium">
          {words.text}
        </Text>
      </Card>
    </Portal>
  )
}
