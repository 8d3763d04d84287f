/** @file Whether the rules on the page are in force where content is hosted, in words. Pure. */
import type { PolicyStanding } from '../hosted/desk.ts'
import { fullTimeWords } from '../time-words.ts'

export interface Acceptance {
  isInForce: boolean
  title: string
  lines: readonly string[]
  /** Why the button cannot be pressed; null: it can. Left out: there is no button. */
  why?: string | null
}

/** What is shown on the page: its revision, and whether it is a draft. */
export interface ShownPolicy {
  rev: string | null
  isDraft: boolean
}

function whyNot(standing: PolicyStanding, shown: ShownPolicy, isAdministrator: boolean): string | null {
  if (!isAdministrator) return '只有托管项目的管理员可以确认'
  if (shown.isDraft) return '请先按“发布”，或者放弃没有发布的改动，再确认'
  if (standing.rev === null) return '还没有发布过审核规则，请先填好、发布'
  return standing.rev === shown.rev ? null : '正在读取最新的规则，请等一下'
}

export function acceptanceOf(
  standing: PolicyStanding,
  shown: ShownPolicy,
  isAdministrator: boolean,
): Acceptance {
  const { accepted, isCurrent } = standing
  const last = accepted && `${accepted.byName}在 ${fullTimeWords(accepted.at)} 确认`
  if (isCurrent && last && !shown.isDraft)
    return { isInForce: true, title: '✓ 现在照这份规则审', lines: [`${last}。`] }
  const why = whyNot(standing, shown, isAdministrator)
  return {
    isInForce: false,
    title: last ? '⚠ 有改动，还没有生效' : '⚠ 还没有生效的规则，谁也不能审',
    lines: [
      '内容放在托管项目里，编辑也可能改到这份规则。所以要由管理员在这里看过、确认，才照它审。',
      ...(last ? [`确认以前，仍照上一次的规则审（${last}）。`] : []),
    ],
    why,
  }
}
