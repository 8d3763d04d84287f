/** @file 审签单 on the screen, ready for the printer. It stands beside the Studio in the page, not within it. */
import { Portal, PortalProvider } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { browserClock } from '../../clock.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import type { Reading } from './reading/read.ts'
import { useReadable, useReading } from './reading/use-reading.ts'
import { sheetOf } from './sheet.ts'
import { sheetStyle } from './sheet-style.ts'

export interface SheetPageProps {
  subject: string
  kindOf: (type: string) => string
  countyOf: (county: string | null) => string
  onLeave: () => void
}

/** Name of the bureau, from the settings of the site. */
function useBureau(): string {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [bureau, setBureau] = useState('')
  useEffect(() => {
    let left = false
    client
      .fetch<string | null>(
        '*[_id == "siteSettings"][0].bureauName',
        {},
        { perspective: 'published', tag: 'review.bureau' },
      )
      .then(
        (name) => !left && setBureau(name ?? ''),
        // The sheet is as good without it; its place stays empty.
        () => !left && setBureau(''),
      )
    return () => {
      left = true
    }
  }, [client])
  return bureau
}

function SheetTables({
  reading,
  ...names
}: { reading: Reading } & Pick<SheetPageProps, 'kindOf' | 'countyOf'>) {
  const { trail } = reading
  const sheet = sheetOf(trail, {
    kind: names.kindOf(trail.subjectType),
    county: names.countyOf(trail.county?._ref ?? null),
    printedAt: new Date(browserClock.now()).toISOString(),
  })
  const pairs = sheet.facts.flatMap((fact, index) =>
    index % 2 === 0 ? [[fact, sheet.facts[index + 1] ?? (['', ''] as const)] as const] : [],
  )
  return (
    <>
      <table className="pufa-sheet-facts subject">
        <tbody>
          <tr>
            <th>标题</th>
            <td colSpan={3}>{sheet.title}</td>
          </tr>
          {pairs.map(([[name, value], [otherName, otherValue]]) => (
            <tr key={name}>
              <th>{name}</th>
              <td>{value}</td>
              <th>{otherName}</th>
              <td>{otherValue}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>审核经过</h2>
      <table className="pufa-sheet-steps">
        <thead>
          <tr>
            <th>环节</th>
            <th>姓名</th>
            <th>意见</th>
            <th>时间</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ step, who, words, at }, index) => (
            <tr key={index}>
              <td>{step}</td>
              <td>{who}</td>
              <td>{words}</td>
              <td>{at}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const pictureWidth = 800

function SheetText({ reading }: { reading: Reading }) {
  const { fields } = useReadable(reading)
  return (
    <div className="text">
      {fields
        .filter(({ lines, pictures }) => lines.length + pictures.length > 0)
        .map(({ name, title, lines, pictures }) => (
          <section key={name}>
            <h3>{title}</h3>
            {lines.map(({ text, style, depth }, index) => (
              <p className={style} key={index} style={{ marginLeft: `${depth}em` }}>
                {text}
              </p>
            ))}
            {pictures.map(({ asset, alt }, index) => {
              const url = reading.assets.get(asset)?.url
              return url ? (
                <img
                  alt={alt}
                  key={index}
                  src={url.endsWith('.svg') ? url : `${url}?w=${pictureWidth}&fit=max`}
                />
              ) : null
            })}
          </section>
        ))}
    </div>
  )
}

export function SheetPage({ subject, onLeave, ...names }: SheetPageProps) {
  const { loaded } = useReading(subject, 'as-handed-in')
  const bureau = useBureau()
  const reading = loaded.stage === 'ready' ? loaded.reading : null
  return (
    <PortalProvider element={document.body}>
      <Portal>
        <div aria-label="审签单" aria-modal="true" className="pufa-sheet" role="dialog">
          <style>{sheetStyle}</style>
          <div className="pufa-sheet-bar">
            <button onClick={onLeave} type="button">
              返回
            </button>
            <button className="main" disabled={!reading} onClick={() => window.print()} type="button">
              打印
            </button>
          </div>
          <div className="pufa-sheet-paper" data-testid="review-sheet">
            {loaded.stage === 'loading' && <p>正在取出内容…</p>}
            {(loaded.stage === 'missing' || loaded.stage === 'failed') && <p>没有读到这份内容的审核记录。</p>}
            {reading && (
              <>
                <p className="bureau">{bureau}</p>
                <h1>审签单</h1>
                <SheetTables reading={reading} {...names} />
                <h2>
                  稿件正文{reading.isAsHandedIn ? '（送审的这一稿）' : '（送审后有过改动，以下是现在的）'}
                </h2>
                <SheetText reading={reading} />
              </>
            )}
          </div>
        </div>
      </Portal>
    </PortalProvider>
  )
}
