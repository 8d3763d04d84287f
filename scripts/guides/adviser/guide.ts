/** @file What a village adviser does with the site alone, on a phone and at a fair. */
import { press } from '../hands.ts'
import type { Chapter, Guide } from '../shape.ts'

const finding: Chapter = {
  title: '找到要讲的那一条',
  opening: '不用账号，不用登录。群众问什么，就搜什么，用他的原话搜。',
  steps: [
    {
      say: '用手机打开普法网（管理员会告诉您网址，可以收藏起来）。',
      act: async ({ page, origin }) => {
        await page.goto(origin)
      },
      see: '网站的首页，有“问法律”“找律师”。',
    },
    {
      say: '按“问法律”。',
      see: '一条一条的问题。上面有搜索的格子。',
      otherwise: '字太小：按右上角的“大字版”。',
    },
    {
      say: '在搜索的格子里写“老板不给工钱”，按手机上的搜索。',
      act: async ({ page }, [words = '']) => {
        const search = page.getByRole('searchbox').first()
        await search.fill(words)
        await search.press('Enter')
        await page.waitForURL(/search/u)
      },
      see: '最对得上的排在最前面：“老板拖着工钱不给怎么办？”。',
      otherwise: '没有找到：换个说法再搜，或者打热线问。',
    },
    {
      say: '按“老板拖着工钱不给怎么办？”。',
      see: '先说结论，再说一步一步怎么办、带什么、期限多长。最下面有“分享给别人（海报、广播稿）”。',
      picture: { name: 'answer', when: 'after', alt: '手机上的一条问答', ring: ['老板拖着工钱不给怎么办？'] },
    },
  ],
}

const sharing: Chapter = {
  title: '做海报、发微信、念广播',
  opening: '找到的每一条，都能变成海报、微信里的一段话、大喇叭的稿子、一张纸。',
  steps: [
    {
      say: '按“分享给别人（海报、广播稿）”。',
      see: '四个大按钮：“海报”“微信文字”“广播稿”“打印”。',
      picture: {
        name: 'share',
        when: 'after',
        alt: '手机上的四个大按钮',
        ring: ['海报', '微信文字', '广播稿', '打印'],
      },
    },
    {
      say: '按“海报”。',
      see: '一张带二维码的图。按住它，存到手机里，就能发、能印。',
      check: async ({ page }) => {
        const picture = page.locator('section#poster').getByRole('img').first()
        await picture.scrollIntoViewIfNeeded()
        await page.waitForFunction(
          () => (document.querySelector<HTMLImageElement>('section#poster img')?.naturalWidth ?? 0) > 1000,
        )
      },
      picture: { name: 'poster', when: 'after', alt: '手机上的海报，带二维码', ring: [] },
    },
    {
      say: '按“微信文字”，再按“复制文字”。到微信群里，按住输入的地方，选粘贴。',
      act: async ({ page, context, origin }, [part = '', copy = '']) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
        await page.getByRole('navigation', { name: '怎么分享' }).getByRole('link', { name: part }).click()
        await page.locator('section#wechat').getByRole('button', { name: copy }).click()
      },
      see: '“已复制”。四五行话，最后是网址，点开就是这一条。',
      otherwise: '没有“复制文字”这个按钮：按住那段字，选全选、复制。',
      check: async ({ page }, [words = '']) => page.locator('section#wechat').getByText(words).waitFor(),
    },
    {
      say: '给上了年纪的人，发“给爸妈看的大字链接”。按“点开看看大字版”，先自己看一眼。',
      act: async ({ page }, [, look = '']) => page.getByRole('link', { name: look }).click(),
      see: '同一条，字大了一圈。他以后再来，也是大字。',
      check: async ({ page }) => page.locator('html.large').waitFor(),
    },
    {
      say: '按浏览器的后退，按“广播稿”。',
      act: async ({ page }, [words = '']) => {
        await page.goBack()
        await page.getByRole('navigation', { name: '怎么分享' }).getByRole('link', { name: words }).click()
      },
      see: '“照着念就行”，大约一分钟。热线念两遍。',
      check: async ({ page }, [words = '']) => page.getByLabel(words).waitFor(),
      picture: { name: 'speaker', when: 'after', alt: '手机上的广播稿', ring: ['照着念就行'] },
    },
    {
      say: '按“打印”，再按“打开打印页”。',
      act: async ({ page }, [part = '', open = '']) => {
        await page.getByRole('navigation', { name: '怎么分享' }).getByRole('link', { name: part }).click()
        await page.getByRole('link', { name: open }).click()
        await page.waitForURL(/print$/u)
      },
      see: '正好一张纸，下面有二维码。按“打印这一页”。村口贴一张，不用手机的人也能带走。',
      check: async ({ page }, [words = '']) => page.getByRole('button', { name: words }).waitFor(),
    },
  ],
}

const fair: Chapter = {
  title: '赶集、庙会上的大转盘',
  opening: '手机、平板、电脑都行，接上大电视更热闹。出门前有网的时候打开一次，到了现场没有网也能玩。',
  steps: [
    {
      say: '回到网站的首页，按“法律大集”。',
      act: async ({ page, origin }, [words = '']) => {
        await page.goto(origin)
        await press(page, words)
      },
      see: '“普法集市工具”，下面可以选题。',
    },
    {
      say: '按“全不选”，再勾选“拖欠工资”和今天想讲的几类。',
      act: async ({ page }, [none = '', wages = '']) => {
        await page.getByRole('button', { name: none }).click()
        for (const name of [wages, '离婚', '借钱还钱']) await page.getByRole('checkbox', { name }).check()
      },
      see: '只有勾了的几类会上转盘。',
      picture: { name: 'topics', when: 'after', alt: '手机上选题类', ring: ['拖欠工资'] },
    },
    {
      say: '按“打开大屏转盘”。',
      see: '一个大转盘，下面是“转一转”。',
      otherwise: '说连不上网：先连上网打开一次，题目就存下了。',
    },
    {
      say: '按“转一转”。',
      see: '停在哪一类，就出哪一类的题，有几个答案可以选。',
      check: async ({ page }) => page.locator('#stage[data-stage="asking"]').waitFor(),
      picture: { name: 'question', when: 'after', alt: '手机上转盘转出来的一道题', ring: [] },
    },
    {
      say: '请群众选一个，按他选的那个答案。',
      act: async ({ page }) => page.locator('#choices button').first().click(),
      see: '对不对、为什么、是哪部法律第几条，都写着。照着念给大家听。',
      check: async ({ page }) => page.locator('#stage[data-stage="told"]').waitFor(),
    },
    { say: '按“下一题”。', see: '分数记着，再来一个人接着转。散场的时候按“清零”。' },
  ],
}

export const adviserGuide: Guide = {
  name: 'adviser',
  title: '村居法律顾问使用指南',
  opening: '给下村的律师、法律顾问、法律明白人。用自己的手机，不用进编辑台，也不用账号。',
  roles: ['adviser'],
  viewport: { width: 390, height: 844 },
  chapters: [finding, sharing, fair],
}
