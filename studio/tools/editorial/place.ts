/** @file Where one stands in the tool, as its address says. Pure. */

export const toolName = 'editorial'

export const tabs = [
  { name: 'today', title: '今天' },
  { name: 'columns', title: '栏目' },
  { name: 'searches', title: '搜不到' },
  { name: 'reports', title: '找错' },
  { name: 'laws', title: '法律变动' },
  { name: 'coverage', title: '覆盖' },
  { name: 'plan', title: '全年计划' },
] as const

export type TabName = (typeof tabs)[number]['name']

export interface Place {
  tab: TabName
  /** What is open in the tab; null: the list alone. */
  open: string | null
}

/** @param state of the tool's router; whatever it does not know is the first tab */
export function placeOf(state: Readonly<Record<string, unknown>>): Place {
  const { tab, open } = state
  return {
    tab: tabs.find(({ name }) => name === tab)?.name ?? 'today',
    open: typeof open === 'string' && open !== '' ? open : null,
  }
}

export const stateOf = ({ tab, open }: Place): Record<string, string> =>
  open === null ? { tab } : { tab, open }
