/** @file Pairing a player, looking at the wall, and a screen that is silent. */
import { press } from '../hands.ts'
import type { Chapter } from '../shape.ts'
import { digits, playerOf } from './player.ts'

export const screen = '年画村文化广场屏（示例）'

export const pairing: Chapter = {
  title: '给一块新屏接上播放器',
  opening: '屏幕背后的小主机一通电，屏上会出现六位数字。请现场的人把数字念给您，您在这里填进去，就接上了。',
  steps: [
    { say: '按最上面一行的“屏幕值守”。', see: '几个按钮：“总览”“抢播与停播”“告警与事件”“配对”“播出报表”。' },
    {
      say: '按“配对”。',
      see: '“一台播放器正显示六位数字”。',
      otherwise: '说没有等着配对的播放器：请现场的人看看主机有没有通电、有没有接上网。',
    },
    {
      say: `按“配对播放器：${screen}”（就是这块屏那一行的按钮）。`,
      see: '一个小窗，要填“六位数字”。',
      check: async ({ page }, [label = '']) => page.getByRole('textbox', { name: label }).waitFor(),
    },
    {
      say: '在“六位数字”里写屏上的数字，按“配对”。',
      act: async (stage, [label = '', words = '']) => {
        await stage.page.getByRole('textbox', { name: label }).fill(await digits(stage))
        await stage.page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
      },
      see: '“已配对”。屏上马上开始播。',
      otherwise: '说配对码不对或者过期：数字几分钟换一组，请现场的人再念一遍。',
      check: async (stage, [words = '']) => {
        await stage.page.getByRole('status').getByText(words).waitFor()
        await playerOf(stage).waitForFunction(() => window.pufaPlayer?.nowPlaying)
      },
      picture: { name: 'paired', when: 'after', alt: '已配对的提示', ring: ['已配对'] },
    },
    { say: '按“好”。', see: '这块屏到了下面“已配对的屏幕”里。' },
  ],
}

export const wall: Chapter = {
  title: '看一眼所有的屏',
  opening: '每天上班先看一眼。每块屏都有一个词和一个记号：▶ 在播，✕ 离线，⚠ 告警，◐ 熄屏，○ 未配对。',
  steps: [
    {
      say: '按“总览”。',
      see: '“共 13 块屏”，各是什么样，一块一块列着。',
      picture: { name: 'wall', when: 'after', alt: '屏幕值守的总览，每块屏一格' },
    },
    {
      say: `按“${screen}”。`,
      act: async ({ page }, [words = '']) =>
        page.getByRole('article').filter({ hasText: words }).getByRole('link').first().click(),
      see: '“此刻该播：”后面写着是哪一条、为什么是它。',
    },
    {
      say: '按“现在截图”。',
      see: '几秒钟以后，出来这块屏此刻的画面。',
      otherwise: '说屏幕不在线：连不上它，看这份指南的最后一章。',
      check: async ({ page }) => {
        await page.getByRole('img', { name: `${screen}的截图` }).waitFor()
      },
      picture: { name: 'screenshot', when: 'after', alt: '一块屏的页面，有此刻的截图', ring: ['此刻该播：'] },
    },
  ],
}

export const silent: Chapter = {
  title: '一块屏不亮、不动了',
  opening: '先在编辑台里看，再请现场的人看。断了网的屏自己会接着播已经有的内容，不会黑。',
  steps: [
    {
      before: async (stage) => {
        await playerOf(stage).goto('about:blank')
      },
      say: '按“总览”，找记号是“✕ 离线”或者“⚠ 告警”的屏，按它。',
      act: async ({ page }, [tab = '']) => {
        await press(page, tab)
        const tile = page.getByRole('article').filter({ hasText: screen })
        await tile
          .filter({ hasText: /离线|告警/u })
          .getByRole('link')
          .first()
          .click()
      },
      see: '写着“离线，请检查电源和网络”，还有它最后一次联系是什么时候。',
      picture: {
        name: 'offline',
        when: 'after',
        alt: '一块离线的屏的页面',
        ring: ['离线，请检查电源和网络'],
      },
    },
    {
      before: async (stage) => {
        await playerOf(stage).goto(`${stage.origin}/player/`)
      },
      say: '请现场的人看三样：主机的灯亮不亮，网线插没插好，大屏自己的电源开没开。电和网好了，等一两分钟。',
      act: async ({ page }) => {
        await page.getByText('▶ 在播').first().waitFor()
      },
      see: '记号自己变回“▶ 在播”。不用重新配对。',
      otherwise:
        '还是离线：把屏的名字和最后联系的时间，告诉负责设备的人。屏上播着不该播的又连不上，请现场的人直接拔掉大屏的电源。',
    },
  ],
}
