/**
 * @file Which passwords a person may choose: long ones, and none that everybody tries first.
 *
 * Pure. By NIST SP 800-63B-4: at least 15 characters where the password stands alone, every character allowed,
 * no rule of composition, a list of common ones. Compared as it is hashed: full-width letters are letters.
 */
import { PASSWORD_LENGTH_MAX } from './passwords.ts'

export const PASSWORD_LENGTH_MIN = 15

/** What people build long passwords of when they are made to. */
const COMMON = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx',
  '3edc4rfv',
  'q1w2e3r4',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'woaini',
  'sanity',
  'pufa',
  'sifaju',
  'abc',
  '123',
  '520',
  '1314',
  '5201314',
  '666',
  '888',
]

/** @returns what is wrong, in Chinese with what to do, or null */
export function passwordFault(password: string, about: { name: string; displayName: string }): string | null {
  const plain = password.normalize('NFKC')
  const length = [...plain].length
  if (length < PASSWORD_LENGTH_MIN)
    return `密码太短（${length} 个字符）。至少 ${PASSWORD_LENGTH_MIN} 个字符；把几个不相干的词连成一句最好记。`
  if (plain.length > PASSWORD_LENGTH_MAX) return `密码太长。最多 ${PASSWORD_LENGTH_MAX} 个字符。`
  if (isEasy(plain.toLowerCase(), [about.name, about.displayName]))
    return '这个密码太容易猜到。不要用连续或重复的字符、常用密码、账号名或姓名来凑长度，换几个不相干的词。'
  return null
}

/** Easy is what leaves little once known pieces, repeats and runs are taken out of it. */
function isEasy(plain: string, own: readonly string[]): boolean {
  let rest = plain
  const known = [...COMMON, ...own.map((name) => name.toLowerCase()).filter((name) => name.length > 1)]
  for (const piece of known.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(piece, '')
  const characters = [...rest].filter((character) => /[\p{L}\p{N}]/u.test(character))
  const steps = characters.filter((character, index) => {
    const before = characters[index - 1]
    if (before === undefined) return true
    const distance = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
    return Math.abs(distance) > 1
  })
  return steps.length < 6 || new Set(steps).size < 5
}
