/** @file Where one stands in the tool, as its address says. Pure. */
import { lists, type ListName } from './tasks.ts'

export const toolName = 'review'

export interface Place {
  list: ListName
  /** Id of the content that is read; null: the list alone. */
  subject: string | null
  /** The printable sheet of it. */
  isSheet: boolean
}

/** @param state of the tool's router; whatever it does not know is the first list */
export function placeOf(state: Readonly<Record<string, unknown>>): Place {
  const { list, subject, view } = state
  return {
    list: lists.find(({ name }) => name === list)?.name ?? 'mine',
    subject: typeof subject === 'string' && subject !== '' ? subject : null,
    isSheet: view === 'sheet',
  }
}

export function stateOf({ list, subject, isSheet }: Place): Record<string, string> {
  if (subject === null) return { list }
  return { list, subject, ...(isSheet ? { view: 'sheet' } : {}) }
}
