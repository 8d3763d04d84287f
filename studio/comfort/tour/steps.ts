/**
 * @file What the tour says to whom: a card for each step, with the thing on the screen that it points at. Pure.
 *
 * A step that points at a form opens an empty one, which is kept nowhere until something is written in it.
 */

export type Place = 'home' | 'form'

export interface TourStep {
  title: string
  words: string
  /** Selectors; the first that is on the screen is pointed at. None is: the card stands at the bottom. */
  at: readonly string[]
  place: Place
}

const tool = (name: string) => `[data-testid="studio-navbar"] a[href$="/${name}"]`
const moreTools = '[data-testid="studio-navbar"] [data-testid="tool-collapse-menu"] button[aria-haspopup]'
/** On a narrow window the tools are behind this. */
const drawer = '[data-testid="studio-navbar"] button:has([data-sanity-icon="menu"])'
const pointsAt = (...selectors: string[]) => [...selectors, moreTools, drawer]

const desk: TourStep = {
  title: '这里是全部的内容',
  words: '左边这一列按用途分好了：标语、问答、律师、墙画……按一下打开一列，再按一篇就能改。',
  at: ['[data-testid="structure-tool-list-pane"]', '[data-ui="Pane"]'],
  place: 'home',
}
const make: TourStep = {
  title: '写一篇新的',
  words:
    '按左上角的加号（新建），选要写的是标语、通知还是别的，就打开一张空的表。写的字会自己保存，不用按保存。',
  at: ['[data-testid="new-document-button"]'],
  place: 'home',
}
const find: TourStep = {
  title: '找一篇旧的',
  words: '“全部内容”里可以按字、按种类、按审核到哪一步来找。刚打开过的，按“最近打开”就回得去。',
  at: pointsAt(tool('contents')),
  place: 'home',
}
const preview: TourStep = {
  title: '先看看群众会看到什么',
  words: '写的时候按这里，旁边就是屏幕上、网站上的样子。还没有公开，只有您看得到。',
  at: ['[data-testid="form-view"] button[aria-pressed]', '[data-testid="form-view"]'],
  place: 'form',
}
const handIn: TourStep = {
  title: '写好了，送审',
  words: '按“送审”，审核的人就会收到。审完以前，群众和屏幕上看到的都不变；退回来会写明哪里要改。',
  at: [
    '[data-testid="document-pane"] [data-testid^="action-送审"]',
    '[data-testid="document-pane"] [data-testid^="action-发布"]',
  ],
  place: 'form',
}
const review: TourStep = {
  title: '等您审的在这里',
  words: '“审核”后面的数字是等您审的份数。打开一份，改过的字会标出来；通过或退回，都会记下您的名字和时间。',
  at: pointsAt(tool('review')),
  place: 'home',
}
const rejecting: TourStep = {
  title: '退回要写理由',
  words: '觉得不妥就退回，写一句哪里要改。编辑改好会再送来，您不用自己动手改。',
  at: pointsAt(tool('review')),
  place: 'home',
}
const calendar: TourStep = {
  title: '什么时候放什么',
  words: '“排期日历”里看得见每块屏幕哪天哪时放什么，拖一下就能改时间。',
  at: pointsAt(tool('calendar')),
  place: 'home',
}
const consoleStep: TourStep = {
  title: '屏幕好不好，看这里',
  words: '“屏幕值守”里是每块屏幕现在的样子。要马上插播通知、全部停播、撤下一条，也在这里。',
  at: pointsAt(tool('console')),
  place: 'home',
}
const tables: TourStep = {
  title: '名单可以用表格导入',
  words: '律师、村居、站点这些名单，用“表格导入”一次写进来，写错了能整个撤销。',
  at: pointsAt(tool('tables')),
  place: 'home',
}
const account: TourStep = {
  title: '账号和密码',
  words: '按“账号”改自己的密码；管理员还可以在那里请人进来、停用账号。',
  at: ['[data-testid="studio-navbar"] a[href="/account"]', drawer],
  place: 'home',
}
const help: TourStep = {
  title: '忘了怎么做，按“帮助”',
  words: '这个引导可以在“帮助”里重看，键盘怎么用也写在那里。做错了不要紧：没有送审和公开以前，都能改回来。',
  at: ['[data-pufa="help"]', drawer],
  place: 'home',
}

export type TourRole = 'editor' | 'reviewer' | 'operator' | 'administrator' | 'viewer'

const steps: Readonly<Record<TourRole, readonly TourStep[]>> = {
  editor: [desk, make, preview, handIn, find, help],
  reviewer: [review, rejecting, desk, find, help],
  operator: [consoleStep, calendar, desk, make, find, help],
  administrator: [desk, make, review, consoleStep, tables, account, help],
  viewer: [desk, find, calendar, consoleStep, help],
}

/** @param role as the lake names it */
export const tourRole = (role: string): TourRole => (role in steps ? (role as TourRole) : 'viewer')

/** @param tools names of those that this Studio has: a step that points at another has no place */
export function stepsFor(role: string, tools: readonly string[]): readonly TourStep[] {
  return steps[tourRole(role)].filter(({ at }) => {
    const named = /a\[href\$="\/(\w+)"\]/u.exec(at[0] ?? '')?.[1]
    return named === undefined || tools.includes(named)
  })
}
