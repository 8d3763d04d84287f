/** @file Writing a slogan, seeing it on a sign, and having its words marked. */
import type { Chapter } from '../shape.ts'

export const writing: Chapter = {
  title: '写一条标语',
  opening:
    '标语播在大屏上，也登在网站上。您写的先存成草稿，三个人审核通过以前，群众和屏幕上都看不到，写错了不要紧。',
  steps: [
    {
      say: '按最上面一行左边的加号（“创建新文档”）。',
      see: '一张单子，列着您能写的各种内容：“标语”“动态”“法律援助站点”……灰色的不归您写。',
      picture: { name: 'new', when: 'before', alt: '最上面一行左边的加号' },
    },
    {
      say: '按“标语”。',
      see: '一张空白的表。左边是已有的标语，右边要填“标语文字”。',
      otherwise: '按错了别的，按浏览器的后退，再来一次。',
    },
    {
      say: '在“标语文字”里写“借钱要打借条，帐户不外借”。',
      see: '表的上方有一个框：“用词把关：1 处要改掉才能发布”。这是因为“帐户”写错了字，应当是“账户”。',
      check: async ({ page }, [words = '', wrong = '']) => {
        await page.getByText(words).waitFor()
        await page.locator('mark').getByText(wrong, { exact: true }).waitFor()
      },
      otherwise: '没有看到这个框，等一两秒。还没有，就是没有发现错字，接着往下做。',
      picture: {
        name: 'marked',
        when: 'after',
        alt: '用词把关的框，标出了写错的词',
        ring: ['用词把关：1 处要改掉才能发布', '改成“账户”'],
      },
    },
    {
      say: '按“改成“账户””。',
      see: '框变成了“用词和法律引用没有发现问题”，标语里的字也改好了。',
      otherwise: '觉得改错了，按旁边出来的“撤销这次改动”。',
      check: async ({ page }, [words = '']) => {
        await page.getByText(words).waitFor()
        await page.waitForFunction(() =>
          [...document.querySelectorAll('textarea')].some(
            ({ value }) => value === '借钱要打借条，账户不外借',
          ),
        )
      },
    },
    {
      say: '在“主题”那里按“添加项”，写“借钱”，按下面出来的“借钱还钱”。',
      see: '“主题”下面多了一行“借钱还钱”。',
      otherwise: '没有出来，少写一个字再看看。一条标语可以选几个主题。',
    },
  ],
}

export const onSign: Chapter = {
  title: '看看在屏上是什么样',
  opening: '不用等发布，写的时候就能看。看到的和真屏幕上的一模一样。',
  steps: [
    {
      say: '按“屏上预览”。',
      see: '右边出来一块屏，上面播着您写的字。下面写着“最远”多少米“看得清”。',
      check: async ({ page }) => {
        await page.locator('iframe[title="屏上预览"]').waitFor()
        await page.getByText(/最远 \d+ 米看得清/u).waitFor()
        await page.getByText('✓ 在现有的屏幕上都看得清').waitFor()
      },
      otherwise: '看到“字太多”“字太小”，照它说的删几个字，预览跟着就变。',
      picture: {
        name: 'on-sign',
        when: 'after',
        alt: '表单右边的屏上预览，播着标语',
        ring: ['✓ 在现有的屏幕上都看得清'],
      },
    },
    {
      say: '在“看哪块屏”里选另一块屏，看看换一块屏是什么样。',
      see: '预览换成了那块屏的大小。',
      act: async ({ page }, [label = '']) => {
        await page.getByLabel(label).selectOption({ index: 1 })
      },
    },
    {
      say: '按“收起屏上预览”。',
      see: '右边的预览收起来了，又看得到“屏上预览”这个按钮。',
    },
  ],
}
