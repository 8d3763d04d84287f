/** @file What editors have handed in before the reviewer of the guide comes. */
import type { Stage } from '../stage.ts'

export const issuer = '示例市司法局'
/** @param validUntil wall-clock time of the bureau */
const notice = (id: string, title: string, text: string, validUntil = '2099-12-31T00:00') => ({
  ...{ _id: `drafts.${id}`, _type: 'notice', title, text, issuer, validUntil },
})

const hourMs = 3_600_000
/** `2026-12-04T18:00` of the bureau's wall clock, some hours from now. */
const soon = (hours: number) => new Date(Date.now() + (8 + hours) * hourMs).toISOString().slice(0, 16)

export const changedId = 'slogan-constitution-1'
export const urgentId = 'notice-guide-urgent'
export const standInId = 'notice-guide-stand-in'

export async function handIn(stage: Stage): Promise<void> {
  const editor = await stage.other('示例编辑')
  const drafts = [
    notice('notice-guide-1', '下周三停办公证', '下周三全天停办，请您改天再来。'),
    notice('notice-guide-2', '周末有法律集市', '周六上午九点，在人民公园。'),
    notice('notice-guide-3', '借条写作课报名', '每周四下午，在二楼教室。'),
    notice('notice-guide-4', '热线夜里也有人接', '夜里有急事，也可以打一二三四八。'),
  ]
  for (const draft of drafts) await editor.mutate({ createOrReplace: draft })
  const changed = await editor.query<Record<string, unknown>>('*[_id == $id][0]', { id: changedId })
  const { _rev, _createdAt, _updatedAt, ...content } = changed
  await editor.mutate({
    createOrReplace: { ...content, _id: `drafts.${changedId}`, text: '宪法是根本法\n人人都要遵守' },
  })
  for (const { _id } of drafts)
    await editor.step(_id.replace('drafts.', ''), {
      kind: 'submit',
      publishes: true,
      words: '请看一下时间对不对',
    })
  await editor.step(changedId, { kind: 'submit', publishes: true, words: '换了更短的一句' })
}

/** A notice that ends today: nobody can wait for three. */
export async function handInUrgent(stage: Stage): Promise<void> {
  const editor = await stage.other('示例编辑')
  await editor.mutate({
    createOrReplace: notice(urgentId, '今晚停水，大厅提前下班', '今天下午四点关门，请改天再来。', soon(12)),
  })
  await editor.step(urgentId, { kind: 'submit', publishes: true })
}

export async function handInForStandIn(stage: Stage): Promise<void> {
  const editor = await stage.other('示例编辑')
  await editor.mutate({ createOrReplace: notice(standInId, '法律援助站搬到二楼', '上楼右手第二间。') })
  await editor.step(standInId, { kind: 'submit', publishes: true })
}
