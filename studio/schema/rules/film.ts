/** @file Rules on films. Pure. */
import type { Verdict } from './text.ts'

/** What is said must be readable too; screens with their sound on are refused a film that has neither mark. */
export function speechHasCaptions(captions: unknown, film: unknown): Verdict {
  const { silent, captionFile } = (film ?? {}) as { silent?: boolean; captionFile?: { asset?: unknown } }
  const has = captionFile?.asset !== undefined || (Array.isArray(captions) && captions.length > 0)
  return silent === true || has || '有人说话的影片要配字幕；没有人说话的，请打开上面的“无人声”'
}
