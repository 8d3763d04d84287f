/** @file What waits, reading what was changed, approving, sending back, several at once. */
import type { Chapter } from '../shape.ts'

export const waiting: Chapter = {
  title: '看有什么等我审',
  opening: '您负责哪一审（初审、复审、终审），由管理员设好。轮到您审的，一登录就写着有几份。',
  steps: [
    {
      say: '按“去看”。',
      see: '一份一行：“下周三停办公证”“周末有法律集市”……每行写着是什么、谁送来的、等了多久。',
      otherwise: '没有“去看”这一行，说明现在没有等您审的。按左上角的三条横线，再按“审核”，也到这里。',
      picture: { name: 'waiting', when: 'before', alt: '手机上，最上面写着有几份内容等您审核' },
    },
  ],
}

export const approving: Chapter = {
  title: '看一份，通过',
  opening:
    '看清楚再按。您通过的，就是您眼前看到的这些字，一个字也不会变；别人在这时候改动了，系统会拦住您，请您重新看。',
  steps: [
    {
      say: '按“下周三停办公证”。',
      see: '整篇内容。送审的人说的话也在：“请看一下时间对不对”。往下划，看到底。',
    },
    {
      say: '看过没有问题，按最下面的“初审通过”（负责复审、终审的，按钮上写的是那一审）。',
      act: async ({ page }, [words = '']) => {
        await page.getByTestId('review-pane').getByRole('button', { name: words }).click()
      },
      see: '自动换到下一份：“周末有法律集市”。',
      otherwise: '说内容刚刚被改动：按“重新看”，看过再决定。',
      check: async ({ page }, [next = '']) => {
        await page.getByTestId('review-pane').getByRole('heading', { name: next }).waitFor()
      },
      picture: {
        name: 'approve',
        when: 'before',
        alt: '手机上一份内容的最下面：初审通过、退回、写意见',
        ring: ['初审通过', '退回'],
      },
    },
    {
      say: '按左上角的“返回”，回到单子。',
      see: '通过的那一份已经不在单子里了。',
      act: async ({ page }, [words = '']) => page.getByRole('button', { name: words }).click(),
    },
  ],
}

export const changes: Chapter = {
  title: '看清楚改了哪些字',
  opening: '已经公开的内容改过再送审，您不用从头到尾对着看：改了哪里，标得清清楚楚。',
  steps: [
    {
      say: '按“宪法是根本法 人人都要遵守”。',
      see: '最上面写着“和现在公开的相比，改动的字句标了出来。”。删掉的字画着线，加上的字有底色。',
      picture: {
        name: 'changes',
        when: 'after',
        alt: '手机上，改动的字句标了出来',
        ring: ['和现在公开的相比，改动的字句标了出来。'],
      },
    },
  ],
}

export const sendingBack: Chapter = {
  title: '退回，写明为什么',
  opening: '要改的，退回去请编辑改。理由写得越明白，改得越快。',
  steps: [
    {
      say: '按最下面的“退回”。',
      act: async ({ page }, [words = '']) => {
        await page.getByTestId('review-pane').getByRole('button', { name: words }).click()
      },
      see: '一个小窗，有几条常用的理由，按一下就填上：“有错别字或标点不对”。也可以自己写。',
    },
    {
      say: '按“法律依据不准确，请核对现行条文”，再按小窗里的“退回”。',
      see: '这一份不在单子里了。编辑马上就看得到您写的理由。',
      otherwise: '“退回”按不动：理由还没有写。',
      picture: { name: 'send-back', when: 'before', alt: '退回的小窗，选一条理由' },
    },
    {
      say: '按左上角的“返回”。',
      see: '又看到整张单子。',
      act: async ({ page }, [words = '']) => {
        const back = page.getByRole('button', { name: words })
        if (await back.isVisible()) await back.click()
      },
    },
  ],
}

export const several: Chapter = {
  title: '几份一起通过',
  opening: '同一种内容、都看过的，可以一起通过，不用一份一份地按。没有看过的，不要勾。',
  steps: [
    {
      say: '勾选“选中：周末有法律集市”，勾选“选中：借条写作课报名”（就是每一行前面的小方框）。',
      see: '最下面写着“已选 2 份通知”。',
    },
    {
      say: '按“通过所选”。',
      see: '一个小窗，把这两份的名字再列一遍：“要通过这 2 份通知”。',
      picture: { name: 'several', when: 'before', alt: '勾了两份，最下面是通过所选', ring: ['通过所选'] },
    },
    { say: '按“通过这 2 份”。', see: '“2 份都已通过”。有没成功的，会写明是哪一份、为什么。' },
    { say: '按“好”。', see: '单子里只剩下还没有审的。' },
  ],
}
