/**
 * @file The last day in plain words: how it was counted, how long is left, and what to do about it. Pure.
 *
 * Rule of every sentence: 民法典 arts. 188–204, 劳动争议调解仲裁法 art. 27, 法律援助法 art. 44.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { chineseDate, weekday } from '../words/dates.ts'
import type { Counted, Period } from './count.ts'
import type { DeadlineKind } from './kind.ts'

/** 2027年3月2日（星期二） */
export const dayAndWeekday = (date: LocalDate): string => `${chineseDate(date)}（${weekday(date)}）`

/** @param days from today until the last day; negative once it has passed */
export function daysLeftText(days: number): string {
  if (days > 0) return `还有${days}天`
  return days === 0 ? '今天是最后一天' : `已经过了${-days}天`
}

/** How the day was found, one sentence a step, each with its article. */
export function reasons(period: Period, counted: Counted): readonly string[] {
  const found = [
    `${chineseDate(period.start)}当天不算，从第二天${chineseDate(counted.firstDay)}算起（民法典第201条）。`,
    endOfCounting(period, counted),
  ]
  if (counted.lastDay !== counted.countedDay) {
    found.push(
      `${dayAndWeekday(counted.countedDay)}是休息日，顺延到休息过后的第一天，${dayAndWeekday(counted.lastDay)}（民法典第203条）。`,
    )
  } else if (period.unit !== 'workingDay') {
    found.push('这一天是工作日，不用顺延。')
  }
  if (counted.yearsMissing.length > 0) {
    found.push(
      `${counted.yearsMissing.join('、')}年的放假调休安排还没有录入，这里按星期一到星期五上班来算，以当年放假安排为准。`,
    )
  }
  found.push('法院、窗口有上班时间的，要赶在最后一天下班以前办（民法典第203条）。')
  found.push('法律另有规定，或者双方另有约定的，按规定、按约定（民法典第204条）。')
  return found
}

function endOfCounting({ start, amount, unit }: Period, { countedDay, atMonthEnd }: Counted): string {
  const end = dayAndWeekday(countedDay)
  if (unit === 'day') return `一天一天往下数，休息日也数在内，第${amount}天是${end}（民法典第201条）。`
  if (unit === 'workingDay') {
    return `只数工作日：周末和放假的日子不数，调休上班的周末要数，第${amount}个工作日是${end}。`
  }
  const length = unit === 'year' ? `${amount}年` : `${amount}个月`
  const date = Number(start.slice(8))
  return atMonthEnd
    ? `满${length}的那个月没有${date}日，以月末为最后一天，就是${end}（民法典第202条）。`
    : `满${length}，数到到期那个月的${date}日，就是${end}（民法典第202条）。`
}

/** What to do in view of the days left; `null` where the papers and the next step say enough. */
export function adviceText(kind: DeadlineKind, days: number, counted: Counted): string | null {
  if (days < 0) return passedText[kind]
  // 法律援助法 art. 44 (1): less than seven days before the limit ends.
  if (days < 7) {
    return '时间很紧，别等材料齐了再去，先把申请或者起诉状递上。申请法律援助的，说明不到七天就到期，可以先援助、后补手续（法律援助法第44条）。'
  }
  // Where a table is missing, the day that looks safe may itself be a holiday.
  if (counted.yearsMissing.length > 0) return '别卡着最后一天，提前几天去办。'
  if (counted.lastDay !== counted.countedDay) {
    return `别卡着最后一天。稳妥起见，${dayAndWeekday(counted.safeDay)}就去办。`
  }
  return null
}

const passedText: Readonly<Record<DeadlineKind, string>> = {
  arbitration:
    '先别自己放弃。这一年里您向单位要过、向劳动监察等部门投诉过，或者单位答应过给，都从那时起重新算一年；遇到不可抗力或者有其他正当理由没法申请的，那段时间不算（劳动争议调解仲裁法第27条）。拿着凭据先打热线问清。',
  limitation:
    '先别自己放弃。您催要过、对方答应过给、起诉过或者申请过仲裁，都重新算三年（民法典第195条）；最后六个月里有特殊的障碍没法去要，障碍消除后还有六个月（民法典第194条）。法院不会主动拿时效说事（民法典第193条），对方自己答应给的照样算数（民法典第192条）。拿着凭据先打热线问清。',
  fixed:
    '先别自己放弃。起算的日子可能不是您记的那一天，有的期限有正当理由还可以申请顺延、扣除或者延长。拿着收到的文书和凭据，马上打热线问清。',
}
