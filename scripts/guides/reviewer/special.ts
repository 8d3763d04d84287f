/** @file An urgent notice, standing in for somebody, and a key period. */
import { box, press } from '../hands.ts'
import type { Chapter } from '../shape.ts'
import type { Stage } from '../stage.ts'
import { handInForStandIn, handInUrgent, standInId, urgentId } from './prepare.ts'

const final = '示例终审'

async function until(stage: Stage, query: string): Promise<void> {
  const lake = await stage.other('admin')
  while ((await lake.query<number>(query)) !== 1) await stage.page.waitForTimeout(200)
}

export const urgent: Chapter = {
  title: '急件：等不及三审的通知',
  opening:
    '只用于停水停电、道路封闭这一类、二十四小时以内就到期的通知。由负责终审的人一个人放行，姓名、时间、理由都记在案，事后要补审。',
  steps: [
    {
      as: final,
      before: async (stage) => {
        await handInUrgent(stage)
        const page = await stage.pageOf(final)
        await page.goto(`${stage.origin}/studio/review`)
      },
      say: '在“审核”最上面的一栏里选“全部在审”，按“今晚停水，大厅提前下班”，再按右上角的“打开表单”。',
      act: async (stage, [, list = '', title = '', open = '']) => {
        const page = await stage.pageOf(final)
        const lists = page.getByLabel('看哪一个清单')
        const full = await lists.locator('option', { hasText: list }).innerText()
        await lists.selectOption({ label: full })
        await press(page, title)
        await press(page, open)
      },
      see: '这份通知的表。右下角有三个点。',
      check: async (stage) => (await stage.pageOf(final)).getByTestId('action-menu-button').waitFor(),
    },
    {
      as: final,
      say: '按右下角的三个点，按“急件放行”。',
      act: async (stage, [words = '']) => {
        const page = await stage.pageOf(final)
        await page.getByTestId('action-menu-button').click()
        await press(page, words)
      },
      see: '一个小窗，提醒您“由您一个人放行，马上公开”。',
      otherwise: '没有“急件放行”：这份通知的到期时间在二十四小时以后，要照常三审。',
      picture: { name: 'urgent', when: 'after', alt: '急件放行的小窗', ring: ['为什么急（会记录在案）'] },
    },
    {
      as: final,
      say: '在“为什么急（会记录在案）”里写“自来水公司刚通知，今晚检修”，按“放行并公开”。',
      see: '网站上马上看得到。这一份会留在“补审”里，直到补审完。',
      check: (stage) => until(stage, `count(*[_id == "${urgentId}"])`),
    },
  ],
}

/** `2026-11-22` of the bureau's wall clock. @param days from today */
const day = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

const admin = 'admin'

export const standingIn: Chapter = {
  title: '有人不在，请人代审',
  opening:
    '初审的人休假了，稿件不能停。由管理员在电脑上设好请谁代、从哪天到哪天，到期自动停止。代审的人用自己的账号、自己的手机审，记录上写明代谁。',
  steps: [
    {
      as: admin,
      say: '管理员：按“基础资料”，按“审核规则”。',
      see: '三审的规则。往下找“代审”。',
    },
    {
      as: admin,
      say: '管理员：在“代审”那里按“添加项”。',
      see: '一个小窗，要选“谁不在”和“请谁代审”。',
    },
    {
      as: admin,
      say: '管理员：在“谁不在”里选“示例初审员（审核员）”，在“请谁代审”里选“示例终审员（审核员）”。',
      see: '两个人都选好了。不能自己代自己。',
    },
    {
      as: admin,
      say: '管理员：在“从什么时候起”里写今天，在“到什么时候为止”里写回来上班那天，按右上角的叉（“关闭”）。',
      act: async (stage, [from = '', to = '', close = '']) => {
        const page = await stage.pageOf(admin)
        for (const [label, days] of [
          [from, 0],
          [to, 3],
        ] as const) {
          const field = await box(page, label)
          await field.fill(day(days))
          await field.press('Enter')
        }
        await press(page, close)
      },
      see: '多了一行：“示例终审员 代 示例初审员”。',
      picture: {
        name: 'delegation',
        when: 'after',
        alt: '审核规则里的一条代审',
        ring: ['示例终审员 代 示例初审员'],
      },
    },
    {
      as: admin,
      say: '管理员：按右下角的“发布”。',
      see: '“文档已发布”。这时候才生效。',
      otherwise: '按钮是灰的：等一两秒，它在检查；有红圈的地方先填好。',
    },
    {
      as: final,
      before: async (stage) => {
        await handInForStandIn(stage)
        const page = await stage.pageOf(final)
        await page.goto(`${stage.origin}/studio/review/mine`)
      },
      say: '代审的人：在“审核”的“待我审”里按“法律援助站搬到二楼”。',
      act: async (stage, [, list = '', title = '']) => {
        const page = await stage.pageOf(final)
        await page
          .getByLabel('看哪一个清单')
          .locator('option:checked', { hasText: list })
          .waitFor({ state: 'attached' })
        await press(page, title)
      },
      see: '内容和平常一样。最下面的按钮是“初审通过”，因为您正代初审的人审。',
      check: async (stage, [words = '']) => {
        await (await stage.pageOf(final)).getByRole('button', { name: words }).waitFor()
      },
    },
    {
      as: final,
      say: '代审的人：按“初审通过”。',
      act: async (stage, [words = '']) =>
        (await stage.pageOf(final)).getByRole('button', { name: words }).click(),
      see: '记录上写着示例终审员，代示例初审员。这一份的终审，您就不能再审了，要由别人审。',
      check: (stage) =>
        until(stage, `count(*[_id == "review.${standInId}" && steps[-1].onBehalfOfName == "示例初审员"])`),
    },
  ],
}

async function publishPolicy(stage: Stage, words: string): Promise<void> {
  const page = await stage.pageOf(admin)
  await press(page, words)
}

export const keyPeriod: Chapter = {
  title: '重点时期',
  opening:
    '国庆、两会这样的日子，管理员打开一个开关：终审前多一道加审，值守名单以外的人不能改稿、不能公开。审核照常办；发现不妥照样马上撤。',
  steps: [
    {
      as: admin,
      say: '管理员：在“审核规则”里勾选“现在是重点时期”，在“原因”里写“国庆期间”。',
      act: async (stage, [, tick = '', reason = '', words = '']) => {
        const page = await stage.pageOf(admin)
        await page.getByLabel(tick).and(page.locator(':enabled')).check({ force: true })
        await (await box(page, reason)).fill(words)
      },
      see: '最下面的“试一试”里，变成了“初审 → 复审 → 加审 → 终审”。',
    },
    {
      as: admin,
      say: '管理员：按“发布”。',
      act: (stage, [words = '']) => publishPolicy(stage, words),
      see: '写稿的人打开稿件，看到“重点时期：国庆期间。稿件暂停修改和公开”，不会白写。',
      check: (stage) => until(stage, 'count(*[_id == "reviewPolicy" && keyPeriod.isOn == true])'),
    },
    {
      say: '审核的人：和平常一样看、一样通过，只是多一道加审。按“热线夜里也有人接”看看。',
      act: async ({ page, origin }, [title = '']) => {
        await page.goto(`${origin}/studio/review/mine`)
        await press(page, title)
        await page.getByTestId('review-pane').getByRole('heading', { name: title }).waitFor()
      },
      see: '照样能按“初审通过”。',
    },
    {
      as: admin,
      say: '管理员：日子过了，再按一次“现在是重点时期”把它关掉，按“发布”。',
      act: async (stage, [tick = '', words = '']) => {
        const page = await stage.pageOf(admin)
        await page.getByLabel(tick).and(page.locator(':enabled')).uncheck({ force: true })
        await publishPolicy(stage, words)
      },
      see: '一切照旧。先写好“到什么时候自动结束”的，到时候自己关，不用管。',
      check: (stage) => until(stage, 'count(*[_id == "reviewPolicy" && keyPeriod.isOn != true])'),
    },
  ],
}
