/** @file A sheet of paper over the Studio, ready for the printer. It stands beside the Studio, not within it. */
import { Portal, PortalProvider } from '@sanity/ui'
import type { ReactNode } from 'react'
import { sheetStyle } from '../../review/sheet-style.ts'

export interface PrintPageProps {
  title: string
  /** Under the title: what day, what is counted. */
  note: string
  landscape?: boolean
  onLeave: () => void
  children: ReactNode
}

const tableStyle = `
.pufa-print-table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
.pufa-print-table th, .pufa-print-table td { border: 1px solid #000; padding: 2px 5px; text-align: left; vertical-align: top; }
.pufa-print-table.tight { font-size: 7.6pt; } .pufa-print-table.tight th, .pufa-print-table.tight td { padding: 1px 3px; }
.pufa-print-table tr { break-inside: avoid; } .pufa-print-table .number { text-align: center; white-space: nowrap; }
.pufa-print-note { margin: 0 0 8px; font-size: 9pt; }`
const wide = `.pufa-sheet-paper { width: 277mm !important; }
@media print { @page { size: A4 landscape; margin: 9mm 10mm; } .pufa-sheet-paper { width: auto !important; } }`

export function PrintPage({ title, note, landscape = false, onLeave, children }: PrintPageProps) {
  return (
    <PortalProvider element={document.body}>
      <Portal>
        <div aria-label={title} aria-modal="true" className="pufa-sheet" role="dialog">
          <style>{sheetStyle + tableStyle + (landscape ? wide : '')}</style>
          <div className="pufa-sheet-bar">
            <button onClick={onLeave} type="button">
              返回
            </button>
            <button className="main" onClick={() => window.print()} type="button">
              打印
            </button>
          </div>
          <div className="pufa-sheet-paper" data-testid="editorial-sheet">
            <h1>{title}</h1>
            <p className="pufa-print-note">{note}</p>
            {children}
          </div>
        </div>
      </Portal>
    </PortalProvider>
  )
}
