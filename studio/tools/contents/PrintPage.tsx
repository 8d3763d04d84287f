/** @file The chosen contents as a list on paper. It stands beside the Studio in the page, not within it. */
import { Portal, PortalProvider } from '@sanity/ui'
import { useEffect } from 'react'
import { sheetStyle } from '../review/sheet-style.ts'
import type { RowShown } from './Cells.tsx'

export interface PrintPageProps {
  rows: readonly RowShown[]
  /** When it is printed, in words. */
  at: string
  onLeave: () => void
}

export function PrintPage({ rows, at, onLeave }: PrintPageProps) {
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLeave()
    }
    window.addEventListener('keydown', escape)
    return () => window.removeEventListener('keydown', escape)
  }, [onLeave])
  return (
    <PortalProvider element={document.body}>
      <Portal>
        <style>{sheetStyle}</style>
        <div aria-label="内容清单" className="pufa-sheet" role="dialog">
          <div className="pufa-sheet-bar">
            <button autoFocus className="main" onClick={() => window.print()} type="button">
              打印
            </button>
            <button onClick={onLeave} type="button">
              返回
            </button>
          </div>
          <div className="pufa-sheet-paper">
            <h1>内容清单</h1>
            <p className="bureau">{`共 ${rows.length} 份 · ${at}`}</p>
            <table>
              <thead>
                <tr>
                  {['序号', '标题', '种类', '状态', '县区', '最近改动'].map((name) => (
                    <th key={name}>{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, title, kind, state, county, changed }, index) => (
                  <tr key={row.subject}>
                    <td>{index + 1}</td>
                    <td>{title}</td>
                    <td>{kind}</td>
                    <td>{state.label}</td>
                    <td>{county}</td>
                    <td>{changed}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </Portal>
    </PortalProvider>
  )
}
