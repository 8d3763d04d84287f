/**
 * @file The buttons of review in the place of 发布, in the order in which the first that is offered becomes
 * the large one: to decide, to put out, to hand in; then what is done more seldom.
 */
import type { DocumentActionComponent } from 'sanity'
import { wantsReview } from '../../../contracts/documents/kinds.ts'
import { isThrough, isVoid } from '../seen.ts'
import { useSeen } from '../use-seen.ts'
import { ApproveAction, RejectAction, UrgentAction } from './decide.tsx'
import { HandInAction } from './HandIn.tsx'
import { CommentAction, OweAction, PublishApprovedAction, RecallAction } from './others.tsx'

const ours = [
  ...[ApproveAction, PublishApprovedAction, OweAction, HandInAction],
  ...[RejectAction, RecallAction, UrgentAction, CommentAction],
]

/** A component made twice would lose its state, so each is made once. */
const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** 定时发布 for what is approved only: at its hour the lake would not let out anything else. */
function whenApproved(original: DocumentActionComponent): DocumentActionComponent {
  const known = made.get(original)
  if (known) return known
  const ScheduleAction: DocumentActionComponent = (props) => {
    const shown = original(props)
    const seen = useSeen(props)
    if (shown === null || (seen && isThrough(seen) && !isVoid(seen))) return shown
    return { ...shown, disabled: true, title: '审核通过以后才能定时发布' }
  }
  ScheduleAction.action = 'schedule'
  ScheduleAction.displayName = 'ScheduleAction'
  made.set(original, ScheduleAction)
  return ScheduleAction
}

/** @param actions Sanity's own and ours, of a type @returns those of review in the place of publishing */
export function withReview(actions: DocumentActionComponent[], type: string): DocumentActionComponent[] {
  if (!wantsReview(type, true)) return actions
  const others = actions.filter(({ action }) => action !== 'publish')
  return [...ours, ...others.map((action) => (action.action === 'schedule' ? whenApproved(action) : action))]
}
