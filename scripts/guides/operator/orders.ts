/** @file Taking over with a notice, stopping all, withdrawing an item, and who has not obeyed. */
import type { Page } from 'playwright'
import { lakeOf } from '../../../tests/support/studio.ts'
import type { Chapter } from '../shape.ts'
import type { Stage } from '../stage.ts'
import { untilOrder } from './player.ts'
import { screen } from './screens.ts'

/** Copies the words that the page asks for, and presses the button that they open. */
async function confirmed(page: Page, button: string): Promise<void> {
  const asked = await page
    .getByText(/请在下面照写：/u)
    .last()
    .innerText()
  await page.getByLabel(/请在下面照写/u).fill(asked.split('：').at(-1)?.trim() ?? '')
  await page.getByRole('button', { name: button, exact: true, disabled: false }).last().click()
}

const hoursAhead = 3

async function pairedId(context: Stage['context'], origin: string): Promise<string> {
  const [id] = await lakeOf(context, origin).query<string[]>('*[_type == "screen" && title == $screen]._id', {
    screen,
  })
  if (id === undefined) throw new Error(`The demonstration has no screen called ${screen}`)
  return id
}

/** Title of a content that the paired screen shows soon: by day it has questions, by night slogans alone. */
async function soonShown({ context, origin }: Stage): Promise<string> {
  const at = (hours: number) => encodeURIComponent(new Date(Date.now() + hours * 3_600_000).toISOString())
  const path = `${origin}/api/signage/timeline?screen=${await pairedId(context, origin)}&from=${at(0)}&to=${at(hoursAhead)}`
  const plays = (await (await context.request.get(path)).json()) as {
    item: { kind: string; title: string }
  }[]
  const found = plays.find(
    ({ item: { kind, title } }) => ['question', 'slogan'].includes(kind) && /^[^“”*]+$/u.test(title),
  )
  if (!found) throw new Error('The screen shows nothing that may be taken away')
  return found.item.title
}

const obeyed = /✓ ([1-9]\d*) \/ \1 块已执行/u

export const takeOver: Chapter = {
  title: '马上播一条通知（抢播）',
  opening: '天气突变、现场人多，来不及排，就抢播。只能用事先三审过的模板，把空填上；到时间自己结束。',
  steps: [
    { say: '按最上面一行的“屏幕值守”，按“抢播与停播”，按“抢播通知”。', see: '“用哪个模板”。' },
    {
      say: '在“用哪个模板”里选“现场人多，请有序排队”，按模板填空：什么活动，大约多少人，等多久。',
      act: async ({ page }, [label = '', template = '']) => {
        await page.getByLabel(label).selectOption({ label: template })
        await page.getByLabel(/什么活动/u).fill('宪法宣传周')
        for (const blank of await page.getByLabel(/只填数字/u).all()) await blank.fill('60')
      },
      see: '屏上会显示的字，一个字不差地写在下面。',
    },
    {
      say: `选“逐块选”，勾选“${screen}”。`,
      act: async ({ page }, [how = '', which = '']) => {
        await page.getByLabel(how).check()
        await page.getByLabel(which).check()
      },
      see: '“会影响 1 块屏”。看清楚是不是您要的那几块。',
    },
    {
      say: '照着页面上的字写一遍（这是怕按错），按“立即播出”。',
      act: ({ page }, [words = '']) => confirmed(page, words),
      see: '几秒钟以内，写着几块屏里有几块“已执行”。屏上已经换成了这条通知。',
      otherwise: '有屏没有执行：它不在线。恢复联系以后会马上照办，那一行写着。',
      check: async (stage) => {
        await stage.page.getByRole('status').getByText(obeyed).waitFor()
        await untilOrder(stage, true)
      },
      picture: { name: 'obeyed', when: 'after', alt: '抢播以后，写着几块屏已执行', ring: ['已执行'] },
    },
    {
      say: '不用播了，按“提前结束”。',
      see: '屏上接着播原来的节目。',
      check: (stage) => untilOrder(stage, false),
    },
  ],
}

export const stopAll: Chapter = {
  title: '全部停播',
  opening: '出了大错、上级要求、重大事件，先停下来再说。停下的屏只显示本局的名字和时钟。',
  steps: [
    { say: '按“抢播与停播”，按“停播”。', see: '写着“会影响 13 块屏”。要先停一个县区，就选按县区。' },
    {
      say: '照着页面上的字写一遍，按“停播”。',
      act: ({ page }, [words = '']) => confirmed(page, words),
      see: '屏一块一块地停下来，写着几块已经停了。',
      otherwise: '按不动：照写的字不对，数字也要写。',
      check: (stage) => untilOrder(stage, true),
      picture: { name: 'stopped', when: 'after', alt: '停播以后的页面，写着几块已执行', ring: ['恢复播放'] },
    },
    {
      say: '查清楚了，按“恢复播放”。',
      see: '屏上接着播现在该播的节目。',
      check: (stage) => untilOrder(stage, false),
    },
  ],
}

export const withdrawal: Chapter = {
  title: '撤下一条内容，看谁还没有照办',
  opening: '一条内容有错，别的照常播，就单撤这一条。网站上要撤，请编辑在内容里撤。',
  steps: [
    { say: '按“抢播与停播”，按“撤下内容”。', see: '“按字找内容”。' },
    {
      say: '在“按字找内容”里写那条内容开头的几个字，按它后面的“选它”。此刻正在播的，不用找，下面就列着。',
      act: async (stage, [label = '', words = '']) => {
        const title = await soonShown(stage)
        await stage.page.getByLabel(label).fill(title.slice(0, 5))
        await stage.page
          .getByRole('button', { name: `${words}：${title}`, exact: true })
          .first()
          .click()
      },
      see: '“要撤下：”后面是您选的那一条，下面写着哪几块屏正用着它。',
    },
    {
      say: '照着页面上的字写一遍，按“撤下”。',
      act: ({ page }, [words = '']) => confirmed(page, words),
      see: '一张单子，一块屏一行：执行了没有，没有执行的为什么。',
      check: async ({ page }) => {
        await page
          .getByText(/\d+ \/ \d+ 块已执行/u)
          .first()
          .waitFor()
      },
      otherwise: '一直有屏没有执行：打电话请现场的人看看，实在不行先拔掉大屏的电源。',
      picture: {
        name: 'withdrawn',
        when: 'after',
        alt: '撤下以后，一块屏一行，写着执行了没有',
        ring: ['恢复这些内容'],
      },
    },
    {
      say: '改好了，按“恢复这些内容”。',
      see: '这一条又回到节目里。',
      check: async ({ page }) => page.getByText('恢复（结束第').first().waitFor(),
    },
  ],
}
