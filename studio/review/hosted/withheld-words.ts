/** @file Why what is published is not shown, in words. Pure. */
import type { PublicStanding, WithheldWhy } from './desk.ts'

const words: Readonly<Record<WithheldWhy, readonly [string, string]>> = {
  unapproved: [
    '这份内容没有经过审核，网站和屏幕不会显示',
    '请改一下再送审，三审通过以后会自动显示；确实不要的，请撤下。',
  ],
  retired: ['这份内容是以前审过、后来换掉或撤下的，不再算数，网站和屏幕不会显示', '要再用，请重新送审。'],
  'key-period': [
    '重点时期，这份内容还没有加审，网站和屏幕不会显示',
    '请重新送审，加审通过以后会自动显示；重点时期结束以后也会显示。',
  ],
  reference: [
    '这份内容引用的另一份内容没有经过审核，或者已经撤下，网站和屏幕暂时不显示它',
    '请先把引用的那一份审好，或者在这里换成别的。',
  ],
  file: ['这个图片或文件的登记和原件对不上，网站和屏幕不会显示', '请重新上传一次。'],
}

/** @returns null where it is shown, or nothing of it is published */
export function withheldWords({ isShown, why }: PublicStanding): { title: string; remedy: string } | null {
  if (isShown !== false) return null
  const [title, remedy] = words[why ?? 'unapproved']
  return { title, remedy }
}
