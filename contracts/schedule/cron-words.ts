/** @file Why a cron text is refused, in a Chinese sentence that says how to write it instead. Pure. */
import { cronFields, readCron, type Cron, type CronField, type CronRefusal } from './cron.ts'

export type CronParse = { ok: true; cron: Cron } | { ok: false; reason: string }

const names: Readonly<Record<CronField, string>> = {
  minute: '分钟',
  hour: '小时',
  day: '日期',
  month: '月份',
  weekday: '星期',
}

function reasonOf(refusal: CronRefusal): string {
  switch (refusal.code) {
    case 'too-long':
      return '时间规则太长，请拆成几条排期'
    case 'nickname':
      return '不支持 @daily 这类写法，请写五段，例如 0 8 * * * 表示每天 8:00'
    case 'not-five-fields':
      return '要写五段：分 时 日 月 星期，用空格隔开，例如 0 8 * * * 表示每天 8:00'
    case 'engine-dialect':
      return '不支持 L、W、#、? 和英文名称，请用数字写明'
    case 'two-day-fields':
      return '“日期”和“星期”只能限定一个：不同系统对同时限定的理解不一样。请拆成两条排期'
    case 'never':
      return '这一天在所选月份里从来没有，例如 2 月 30 日'
    default:
      return partReason(refusal)
  }
}

function partReason({ code, field, part }: Extract<CronRefusal, { part: string }>): string {
  const name = names[field]
  const bounds = cronFields.find((candidate) => candidate.field === field)
  switch (code) {
    case 'unreadable':
      return `${name}“${part}”看不懂，只能用数字、*、逗号、短横线和斜线`
    case 'step-over-one':
      return `${name}“${part}”里斜线前要写 * 或一个范围，例如 0-59/${part.split('/')[1]}`
    case 'out-of-bounds':
      return `${name}要在 ${bounds?.min} 到 ${bounds?.max} 之间，写的是“${part}”`
    case 'upside-down':
      return `${name}“${part}”前后颠倒了，小的写在前面`
    case 'step-below-one':
      return `${name}“${part}”的间隔至少是 1`
  }
}

/** @returns the parsed fields, or one Chinese sentence that says what is wrong and how to mend it */
export function parseCron(text: string): CronParse {
  const read = readCron(text)
  return 'code' in read ? { ok: false, reason: reasonOf(read) } : { ok: true, cron: read }
}
