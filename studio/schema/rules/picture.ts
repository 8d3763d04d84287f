/**
 * @file Rules on pictures that readers see: their words, whose faces are on them, by what right they are shown.
 * Pure.
 *
 * Whoever puts a picture in from here on is asked: its form then holds `privacyChecked: false` until the box
 * is ticked. A picture from before the rule, or of an import, holds nothing there and gets a warning, so that
 * an older content can still be corrected and published.
 */
import type { Verdict } from './text.ts'

interface Picture {
  asset?: unknown
  privacyChecked?: boolean
  rights?: string
}

const pictureOf = (parent: unknown): Picture => (parent ?? {}) as Picture
/** Names of files, and words that say nothing. */
const empty =
  /^(?:图片?|照片|封面|配图|截图|无|没有|\d+)$|\.(?:jpe?g|png|webp|avif|svg)$|^(?:img|dsc|mmexport)[_\d-]/iu
const shortest = 6

export function hasAlt(alt: string | undefined, parent: unknown): Verdict {
  return !pictureOf(parent).asset || alt?.trim() ? true : '请填写图片说明'
}

export function tellingAlt(alt: string | undefined): Verdict {
  const text = alt?.trim() ?? ''
  if (text === '') return true
  if (empty.test(text))
    return '这样写，看不见图片的人还是不知道画着什么。请说清谁、在哪里、做什么，图上有什么字'
  return [...text].length >= shortest || '说明太短，请说清谁、在哪里、做什么，图上有什么字'
}

export function privacyAnswered(checked: boolean | undefined, parent: unknown): Verdict {
  if (!pictureOf(parent).asset || checked !== false) return true
  return '请把画面看一遍：没有认得出的人脸、车牌、门牌、病历、身份证，或已打码、已取得同意，再打勾'
}

/** For pictures from before the question was asked. */
export function privacyKnown(checked: boolean | undefined, parent: unknown): Verdict {
  if (!pictureOf(parent).asset || checked !== undefined) return true
  return '这幅图还没有人确认过人脸、车牌等，请看一遍再打勾'
}

export function hasRights(rights: string | undefined, parent: unknown): Verdict {
  const { asset, privacyChecked } = pictureOf(parent)
  return !asset || privacyChecked === undefined || rights?.trim()
    ? true
    : '请写明谁拍的或谁画的，凭什么可以用'
}

export function rightsKnown(rights: string | undefined, parent: unknown): Verdict {
  const { asset, privacyChecked } = pictureOf(parent)
  if (!asset || privacyChecked !== undefined || rights?.trim()) return true
  return '这幅图还没有写明谁拍的或谁画的、凭什么可以用，请补上'
}
