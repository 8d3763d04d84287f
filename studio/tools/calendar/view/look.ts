/** @file How boxes look: colour by kind, a hatch for drafts, pale where others have the screen. */
import type { ScheduleEvent } from '../../../../contracts/schedule/index.ts'

/** Kinds of a box, as the class that draws them. */
export const calendarStyle = `
.pufa-calendar { --fc-border-color: var(--card-border-color); --fc-page-bg-color: var(--card-bg-color);
  --fc-today-bg-color: rgba(212, 160, 23, 0.08); --fc-neutral-bg-color: var(--card-bg-color);
  --fc-small-font-size: 12px; --fc-event-text-color: #1b1d27; --fc-now-indicator-color: #c92a2a;
  --fc-highlight-color: rgba(86, 124, 235, 0.18); font-size: 13px; }
.pufa-calendar .fc a { color: inherit; text-decoration: none; }
.pufa-calendar .fc-timegrid-slot { height: 1.35em; }
.pufa-calendar .fc-event { border-radius: 3px; border-width: 0 0 0 4px; box-shadow: none; overflow: hidden; }
.pufa-calendar .fc-event:focus-visible { outline: 2px solid #1d4ed8; outline-offset: 1px; }
.pufa-calendar .fc-timegrid-event .fc-event-main { padding: 0; }
.pufa-calendar .fc-daygrid-event { white-space: nowrap; margin-bottom: 1px; }
.pufa-calendar .fc-col-header-cell { vertical-align: top; font-weight: normal; }
.pufa-calendar .fc-col-header-cell.pufa-rest, .pufa-calendar .fc-daygrid-day.pufa-rest,
.pufa-calendar .fc-timegrid-col.pufa-rest { background: rgba(120, 130, 150, 0.07); }
.pufa-kind-normal { --box: #dbe7ff; --edge: #2c5fd0; }
.pufa-kind-must { --box: #ffe9c2; --edge: #b26a00; }
.pufa-kind-share { --box: #e7defc; --edge: #7046c9; }
.pufa-kind-takeover { --box: #ffdcd8; --edge: #c92a2a; }
.pufa-calendar .fc-event[class*=pufa-kind] { background-color: var(--box); border-color: var(--edge); color: #1b1d27; }
.pufa-calendar .fc-event.pufa-draft { background-image: repeating-linear-gradient(-45deg,
  rgba(255,255,255,0) 0 7px, rgba(255,255,255,0.62) 7px 12px); border-left-style: dashed; }
.pufa-calendar .fc-event.pufa-lost { opacity: 0.6; }
.pufa-calendar .fc-event.pufa-still { cursor: pointer; }
.pufa-box { position: relative; height: 100%; min-height: 14px; line-height: 1.3; font-size: 12px; overflow: hidden; }
.pufa-box-words { position: relative; z-index: 2; padding: 1px 4px; }
.pufa-box-title { font-weight: 600; }
.pufa-box-note { opacity: 0.86; }
.pufa-box-lost { position: absolute; left: 0; right: 0; z-index: 1; background: rgba(255, 255, 255, 0.66);
  overflow: hidden; }
.pufa-box-lost span { position: absolute; right: 3px; bottom: 1px; font-size: 11px; color: #4b5563; }
.pufa-box-tick { position: absolute; right: 0; width: 5px; min-height: 2px; background: #6b7280; }
.pufa-calendar .fc-timegrid-more-link { background: var(--card-bg-color); color: inherit;
  border: 1px dashed #6b7280; border-radius: 3px; box-shadow: none; font-size: 12px; }
.pufa-head { padding: 3px 2px; line-height: 1.35; }
.pufa-head-lunar { font-size: 11px; opacity: 0.75; margin-left: 4px; }
.pufa-head-swap { display: inline-block; margin-left: 4px; padding: 0 4px; border-radius: 3px; font-size: 11px; font-weight: 600; }
.pufa-head-班 { background: #ffe3e0; color: #9f1d1d; }
.pufa-head-休 { background: #d9f2df; color: #14652b; }
.pufa-head-legal { font-size: 11px; font-weight: 600; color: #b02a1a; white-space: normal; }
@media (prefers-reduced-motion: reduce) { .pufa-calendar * { transition: none !important; } }
`

export type Kind = 'normal' | 'must' | 'share' | 'takeover'

export function kindOf({ mode, mandatory }: ScheduleEvent): Kind {
  if (mode !== 'normal') return mode
  return mandatory ? 'must' : 'normal'
}

/** Mark, word and kind, for the legend. */
export const legend: readonly { kind: Kind; words: string }[] = [
  { kind: 'normal', words: '▶ 正常轮播' },
  { kind: 'must', words: '★ 必播' },
  { kind: 'share', words: '◆ 插播' },
  { kind: 'takeover', words: '■ 独占' },
]

export const kindMarks: Record<Kind, string> = { normal: '▶', must: '★', share: '◆', takeover: '■' }
