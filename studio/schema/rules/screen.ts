/** @file Rules on how a screen is driven. Pure. */
import type { ScreenDocument } from '../../../contracts/documents/index.ts'
import {
  mainHeightMin,
  tickerCharactersMax,
  tickerHeight,
  tickerHeightMin,
} from '../../../contracts/regions.ts'
import type { Verdict } from './text.ts'

type Draft = Partial<Pick<ScreenDocument, 'width' | 'height'>>

/** A strip needs something to say, and the picture above it enough rows. */
export function tickerFits(ticker: ScreenDocument['ticker'], screen: Draft | undefined): Verdict {
  if (!ticker?.on) return true
  if (!ticker.playlist && !ticker.lines?.some((line) => line.trim()))
    return '请写至少一行字，或者选一个播放单；暂时不用就关掉'
  const { width, height } = screen ?? {}
  if (!width || !height || tickerHeight({ width, height }, ticker.height) !== null) return true
  return `屏幕太矮：飞字至少占 ${tickerHeightMin} 行，上面要留 ${mainHeightMin} 行，请改小飞字高度或关掉飞字`
}

export function tickerLine(text: string | undefined): Verdict {
  const count = Array.from(text ?? '').length
  return (
    count <= tickerCharactersMax || `一行最多 ${tickerCharactersMax} 个字，现在有 ${count} 个，请分成几行`
  )
}

/** Hours are written whole or not at all. */
export function hoursWhole(hours: { from?: string; until?: string } | undefined): Verdict {
  if (!hours || Boolean(hours.from) === Boolean(hours.until)) return true
  return '开始和结束要一起写，不用就都清空'
}

/** A number for the night is of no use without the night's hours. */
export function nightWhole(
  night: { from?: string; until?: string; brightnessPercent?: number } | undefined,
): Verdict {
  const whole = hoursWhole(night)
  if (whole !== true || !night) return whole
  if (Boolean(night.from) === (night.brightnessPercent !== undefined)) return true
  return '夜间的时间和亮度要一起写，不用就都清空'
}
