/** @file The chapter that every guide of the Studio begins with. */
import { box, press } from './hands.ts'
import type { Chapter } from './shape.ts'

/** @param name of the sample account that walks it; the reader writes her own */
export const signingIn = (name: string, sees: string): Chapter => ({
  title: '登录',
  opening:
    '账号和第一次用的链接由管理员当面给您。密码只有您自己知道，不要告诉别人，也不要几个人共用一个账号。',
  steps: [
    {
      say: '在浏览器里打开编辑台的网址（管理员会告诉您，可以收藏起来）。',
      see: '登录的页面，上面有“账号”和“密码”两个格子。',
      otherwise: '看到的是“内容”，说明您已经登录了，直接看下一章。打不开网页，先看电脑有没有连上单位的网络。',
      // Whose tour is over already, by signing in without a browser.
      before: async (stage) => void (await stage.other(name)),
      act: async ({ page, origin }) => {
        await page.goto(`${origin}/studio/`)
      },
    },
    {
      say: '在“账号”里写您的账号，在“密码”里写您的密码，按“登录”。',
      see: sees,
      otherwise:
        '看到“账号或密码不对”：看看是不是开了大写或全角，再试一次。连续错五次要等一刻钟。忘了密码，请管理员重设。第一次登录，旁边会出来小卡片，带您认一认地方；不想看就按卡片上的“不再提示”。',
      picture: {
        name: 'sign-in',
        when: 'before',
        alt: '登录页：账号、密码和登录按钮',
        ring: ['账号', '密码', '登录'],
      },
      act: async ({ page, passwordOf }, [account = '', password = '', button = '']) => {
        await (await box(page, account)).fill(name)
        await (await box(page, password)).fill(passwordOf(name))
        await press(page, button)
        await page.waitForURL(/\/studio/)
      },
    },
  ],
})
