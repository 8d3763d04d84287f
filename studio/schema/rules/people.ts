/**
 * @file What must never be published about a person: mobile numbers and identity numbers.
 *
 * Pure. Numbers are looked for with spaces and hyphens taken out, as people write them in groups.
 */
import type { Verdict } from './text.ts'

const mobile = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/u
const identity =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/u

function compact(text: string): string {
  return text.replace(/(?<=[\dXx])[\s\-－—·]+(?=[\dXx])/gu, '')
}

export function holdsMobileNumber(text: string): boolean {
  return mobile.test(compact(text))
}

export function holdsIdentityNumber(text: string): boolean {
  return identity.test(compact(text))
}

/** For every text of a record about a person. */
export function noPrivateNumber(text: string | undefined): Verdict {
  if (!text) return true
  if (holdsIdentityNumber(text)) return '这里像是写了身份证号码。身份证号码不得公开，请删去'
  if (holdsMobileNumber(text)) return '这里像是写了手机号码。手机号码不得公开，请改为单位的办公电话'
  return true
}

/** For the telephone of an office or a station, where a mobile number is unusual but may be the only one. */
export function preferOfficePhone(phone: string | undefined): Verdict {
  return !phone || !holdsMobileNumber(phone) || '这像是个人手机号码，公开前请确认；最好改为办公电话'
}

const phone = /^(?:\d{3,4}[-－]?)?\d{5,8}(?:[-－转]\d{1,6})?$/u

/** `0318-1234567`, `12348`, with an extension after 转. Several are parted by 、. */
export function looksLikePhone(text: string | undefined): Verdict {
  if (!text) return true
  const numbers = text.split(/[、,，/]/u).map((number) => number.replace(/\s/gu, ''))
  return (
    numbers.every((number) => phone.test(number)) ||
    holdsMobileNumber(text) ||
    '请写成 0318-1234567 的样子；有分机写“转 12”，几个号码用顿号隔开'
  )
}
