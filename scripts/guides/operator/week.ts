/** @file Planning a week, copying it, and the report of what was shown. */
import { dialogWords } from '../deeds.ts'
import { box, press } from '../hands.ts'
import type { Chapter } from '../shape.ts'

const dayMs = 86_400_000
/** `2026-12-02`: Wednesday of the week after this one, by the bureau's clock. */
function nextWednesday(): string {
  const today = Math.floor((Date.now() + 8 * 3_600_000) / dayMs)
  return new Date((today - ((today + 3) % 7) + 9) * dayMs).toISOString().slice(0, 10)
}
const title = '早间一小时（示例）'

export const week: Chapter = {
  title: '排一周的节目',
  opening: '什么时候、哪块屏、播哪个播放单。排好是草稿，要送审，通过以后屏幕才会播。',
  steps: [
    { say: '按最上面一行的“排期日历”。', see: '一周的表，有颜色的格子就是排好的节目。' },
    {
      say: '在“看哪些屏幕”里选“枣林村活动中心屏（示例）”。',
      see: '只剩这块屏的节目，一格一格的。“反诈”是每天都有的。',
    },
    {
      say: '按“往后”，看下一周。',
      see: '最上面的日子换成了下一周的。',
      otherwise: '按过了头，按旁边的“往前”，或者按“今天”回到这一周。',
      check: async ({ page }) => {
        await page.locator(`.fc-timegrid-col[data-date="${nextWednesday()}"]`).first().waitFor()
      },
    },
    {
      say: '按“新建排期”。',
      see: '一个小窗，要填“名称”“播放单”和什么时候。也可以直接在表上按住鼠标拖出一段。',
    },
    {
      say: '在“名称”里写“早间一小时（示例）”，在“播放单”里选“综合普法”，填好哪一天、几点开始、几点结束，按“建成草稿”。',
      act: async ({ page }, [name = '', , list = '', chosen = '', make = '']) => {
        await (await box(page, name)).fill(title)
        await (await box(page, list)).selectOption({ label: chosen })
        await (await box(page, '哪一天')).fill(nextWednesday())
        await (await box(page, '几点开始')).fill('06:30')
        await (await box(page, '几点结束')).fill('07:30')
        await press(page, make)
      },
      see: '表上多了一格，标着草稿。',
      otherwise: '和别的排期撞在一起：下面会写明谁压着谁、为什么。不想要了，按“撤销”。',
      check: async ({ page }) => {
        await page.locator('.fc-event', { hasText: title }).first().waitFor()
      },
      picture: { name: 'week', when: 'after', alt: '排期日历，一周的节目一格一格的' },
    },
  ],
}

export const copyWeek: Chapter = {
  title: '把这一周照搬到下一周',
  opening: '下一周差不多，就不用重排。',
  steps: [
    { say: '按“复制一周”。', see: '一个小窗，列着会复制哪几条、复制到哪一天。' },
    {
      say: '看清楚了，按“复制 1 条”。',
      see: '下一周也有了，也是草稿。',
      otherwise: '搬错了，按“撤销”，一下就收回来。',
      check: async ({ page }) => page.getByRole('button', { name: '撤销' }).last().waitFor(),
      picture: { name: 'copy', when: 'before', alt: '复制一周的小窗' },
    },
    {
      say: '按那一格，按“打开排期”，再按右下角的“送审”，再按小窗里的“送审”。',
      act: async ({ page }, [open = '', send = '']) => {
        await page.locator('.fc-event', { hasText: title }).first().press('Enter')
        await press(page, open)
        await press(page, send)
        await press(page, send, dialogWords)
      },
      see: '“◔ 待初审”。三审通过以后，屏幕到时候就播。',
    },
  ],
}

export const report: Chapter = {
  title: '播出报表，存档用',
  opening: '哪块屏、哪一天、播了几次、多长时间，都有记录，一条也改不了。',
  steps: [
    { say: '按最上面一行的“屏幕值守”，按“播出报表”。', see: '几个数：“普法时长”“播放次数”，下面有图有表。' },
    {
      say: '在“时间”里选“今天”，在“按什么分”里选“按屏幕”。',
      act: async ({ page }, [when = '', period = '', by = '']) => {
        await page.getByLabel(when, { exact: true }).selectOption({ label: period })
        await page.getByLabel(by, { exact: true }).selectOption('screen')
      },
      see: '一块屏一行，最下面有“合计”。',
      picture: { name: 'report', when: 'after', alt: '播出报表，一块屏一行' },
    },
    {
      say: '按“导出电子表格”。',
      act: async ({ page }, [words = '']) => {
        await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words }).click()])
      },
      see: '电脑里多了一个表格文件，打印出来就能存档。',
      otherwise: '没有反应：看看浏览器是不是问您存在哪里，按保存。',
    },
  ],
}
