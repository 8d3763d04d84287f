/** @file What four people take through its whole life together: a slogan, a question, a notice, an event. */
import type { Page } from 'playwright'
import type { Program } from './program.ts'
import type { AskedLake } from './studio.ts'

export interface Life {
  /** What it is called. */
  what: string
  id: string
  type: string
  author: '示例编辑' | '示例播控'
  /** What she fills in beside the words, which she types. */
  fields: Record<string, unknown>
  /** Label of the box of the words. */
  label: string
  words: string
  /** Where the public sees it. */
  isShown: () => Promise<boolean>
}

const ref = (id: string) => ({ _type: 'reference', _ref: id })
const topics = [{ _key: 'topic', ...ref('topic-neighbours') }]
export const listId = 'playlist-of-four'
const screen = 'screen-bureau-tryout'

/** Newest notice alone, so that the sign shows it as soon as event and notice are out. */
export const listOfNotices = {
  ...{ _id: `drafts.${listId}`, _type: 'playlist', title: '最新一条通知' },
  items: [{ _type: 'latestItem', _key: 'latest', contentType: 'notice', count: 1 }],
}

/**
 * @param player the sign on which it is to be seen
 * @param lake of somebody who reads all, for what a question must hold beside its words
 */
export async function fourLives(program: Program, player: Page, lake: AskedLake): Promise<Life[]> {
  const { origin } = program
  const holds = async (path: string, words: string) =>
    (await (await fetch(origin + path)).text()).includes(words)
  const plays = (test: string) =>
    player.evaluate((words) => window.pufaPlayer?.nowPlaying?.title.includes(words) ?? false, test)
  const due = async () => {
    const answer = await fetch(`${origin}/api/signage/resolve?screen=${screen}`)
    return ((await answer.json()) as { event: { id: string } | null }).event?.id
  }
  const like = await lake.query<Record<string, unknown>>('*[_id == "question-wages-owed"][0]')
  const { _id, _rev, _createdAt, _updatedAt, title: _title, slug: _slug, ...answered } = like
  const slogan = { what: 'slogan', id: 'slogan-of-four', words: '四双眼睛看过再上墙' }
  const question = { what: 'question', id: 'question-of-four', words: '四个人都要看过吗？' }
  const notice = { what: 'notice', id: 'notice-of-four', words: '四号窗口今天不办公' }
  return [
    {
      ...{ ...slogan, type: 'slogan', author: '示例编辑', label: '标语文字' },
      fields: { topics, layout: 'auto', tone: 'plain' },
      isShown: () => holds('/slogans', slogan.words),
    },
    {
      ...{ ...question, type: 'legalQuestion', author: '示例编辑', label: '问题' },
      fields: { ...answered, slug: { _type: 'slug', current: 'of-four' } },
      isShown: () => holds('/questions/of-four', question.words),
    },
    {
      ...{ ...notice, type: 'notice', author: '示例编辑', label: '标题' },
      fields: { text: '请到五号窗口。', issuer: '示例市司法局', validUntil: '2099-12-31T00:00' },
      isShown: () => plays(notice.words),
    },
    {
      ...{ what: 'event', id: 'event-of-four', type: 'scheduleEvent', author: '示例播控' },
      ...{ label: '名称', words: '四人看过的排期' },
      fields: {
        ...{
          playlist: ref(listId),
          targets: [{ _key: 'sign', _type: 'screenSelector', screen: ref(screen) }],
        },
        ...{
          timing: 'always',
          dayFilter: 'any',
          priority: 9,
          mode: 'takeover',
          level: 'screen',
          mandatory: false,
        },
      },
      isShown: async () => (await due()) === 'event-of-four',
    },
  ]
}
