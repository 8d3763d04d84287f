/** @file The console's tabs and their addresses. Pure. */
export const consoleTabs = [
  { name: 'screens', title: '总览' },
  { name: 'orders', title: '抢播与停播' },
  { name: 'alerts', title: '告警与事件' },
  { name: 'pairing', title: '配对' },
  { name: 'reports', title: '播出报表' },
] as const

export type ConsoleTab = (typeof consoleTabs)[number]['name']

/** An address that names no tab leads to the overview. */
export const tabOf = (name: string | undefined): ConsoleTab =>
  consoleTabs.find((tab) => tab.name === name)?.name ?? 'screens'
