/** @file What stands in a box: title, playlist, mode and rank; pale parts where others have the screen. */
import { joinSpans, type Span } from '../../../../contracts/schedule/windows.ts'
import { isLost, lostEverywhere, type Box } from '../model/boxes.ts'
import { clockWords, lostWords, modeWords, rankWords } from '../model/words.ts'
import { kindMarks, kindOf } from './look.ts'

interface BoxContentProps {
  box: Box
  playlist: string
  titleOf: (id: string) => string
}

/** A part that is shorter is drawn without a word. */
const wordsMs = 50 * 60_000
/** A part that is shorter stands at the box's edge, as one does that is lost on some of the screens only. */
const edgeMs = 12 * 60_000

function placeOf(box: Box, { from, until }: Span) {
  const length = box.until - box.from
  return { top: `${((from - box.from) / length) * 100}%`, height: `${((until - from) / length) * 100}%` }
}

/** Where the box is lost: pale across it where that lasts and holds for all screens, else a mark at its edge. */
function LostParts({ box }: { box: Box }) {
  const pale = joinSpans(lostEverywhere(box)).filter(({ from, until }) => until - from >= edgeMs)
  const marks = joinSpans(box.lost).flatMap((span) =>
    pale.some(({ from, until }) => from <= span.from && span.until <= until) ? [] : [span],
  )
  return (
    <>
      {pale.map((span) => (
        <div className="pufa-box-lost" key={span.from} style={placeOf(box, span)}>
          {span.until - span.from >= wordsMs && <span>⊘ 让位</span>}
        </div>
      ))}
      {marks.map((span) => (
        <div className="pufa-box-tick" key={span.from} style={placeOf(box, span)} />
      ))}
    </>
  )
}

/** All that a box says, in one sentence, for the pointer and for the screen reader. */
export function boxSentence({ box, playlist, titleOf }: BoxContentProps): string {
  const { event, draft, zone, times } = box
  const time =
    times > 1 ? `这一天 ${times} 次` : `${clockWords(zone, box.from)}–${clockWords(zone, box.until, true)}`
  const lost = box.lost.map(
    ({ from, until, standing, by }) =>
      `${clockWords(zone, from)}–${clockWords(zone, until, true)} ${lostWords(
        standing,
        by.map((id) => ({ ...event, id, title: titleOf(id) })),
      )}`,
  )
  const shown = lost.length > 3 ? [...lost.slice(0, 3), `还有 ${lost.length - 3} 处`] : lost
  return [
    `${draft ? '草稿：' : ''}${event.title}`,
    time,
    `播放单：${playlist}`,
    `${modeWords[event.mode]}，${rankWords(event)}`,
    ...shown,
  ].join('。')
}

/** @param compact for a line of a month: the title only */
export function BoxContent(props: BoxContentProps & { compact: boolean }) {
  const { box, playlist } = props
  const { event, draft, times } = box
  const wholeDays = box.wholeDays || props.compact
  const mark = isLost(box) ? '⊘' : kindMarks[kindOf(event)]
  const note = `${modeWords[event.mode]} · ${rankWords(event)}`
  return (
    <div className="pufa-box" title={boxSentence(props)}>
      {!wholeDays && <LostParts box={box} />}
      <div className="pufa-box-words">
        <span className="pufa-box-title">
          {mark} {draft ? '【草稿】' : ''}
          {event.title}
          {times > 1 ? `（${times} 次）` : ''}
        </span>
        {!wholeDays && <div className="pufa-box-note">{note}</div>}
        {!wholeDays && <div className="pufa-box-note">{playlist}</div>}
      </div>
    </div>
  )
}
