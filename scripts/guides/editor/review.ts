/** @file Handing in, reading why it came back, mending, handing in again. */
import type { Chapter } from '../shape.ts'
import type { Stage } from '../stage.ts'

const text = '借钱要打借条，账户不外借'

/** The id of the slogan that this guide writes. */
async function sloganOf(stage: Stage): Promise<string> {
  const lake = await stage.other('admin')
  const found = await lake.query<string>(
    '*[_type == "slogan" && _id in path("drafts.**") && text == $text] | order(_createdAt desc)[0]._id',
    { text },
  )
  return found.replace('drafts.', '')
}

export const handingIn: Chapter = {
  title: '送审',
  opening: '写好以后交给三个人审：初审、复审、终审。自己不能审自己写的。',
  steps: [
    {
      say: '按右下角的“送审”。',
      see: '一个小窗，写着要经过“初审 → 复审 → 终审”，还有一个勾：“终审通过后立即公开”。',
      otherwise: '按钮是灰的：把鼠标停在上面，会告诉您为什么。',
      picture: { name: 'hand-in', when: 'before', alt: '表单右下角的送审按钮' },
    },
    {
      say: '有话要对审核的人说，就写在上面的格子里；没有就不写。按小窗里的“送审”。',
      see: '表的上方写着“现在等初审。”，下面的标记变成“◔ 待初审”。',
      otherwise: '看到“有 1 处没有填对”：表里打红圈的地方还没有填好，填好再送审。',
      picture: { name: 'waiting', when: 'after', alt: '表单上方写着现在等初审', ring: ['现在等初审。'] },
    },
  ],
}

export const sentBack: Chapter = {
  title: '退回来了怎么办',
  opening: '审核的人觉得要改，会退回来，并且写明为什么。退回不是批评，改好再送就是了。',
  steps: [
    {
      before: async (stage) => {
        const id = await sloganOf(stage)
        await (
          await stage.other('示例初审')
        ).step(id, { kind: 'reject', words: '“不外借”说得不全，请写“不借人”' })
      },
      say: '按最上面一行的“审核”（有退回给您的，后面会写几份）。',
      act: async ({ page }) => {
        await page.getByRole('link', { name: /^审核/u }).first().click()
      },
      see: '几张单子的名字，其中有“退回给我的”。',
      picture: { name: 'returned', when: 'after', alt: '审核里的几张单子' },
    },
    {
      say: '按“退回给我的”，再按“借钱要打借条，账户不外借”。',
      see: '谁退回的、什么时候、为什么，都写着：“请写“不借人””。',
      otherwise: '单子是空的，说明没有退回给您的。',
    },
    {
      say: '按“打开表单”。',
      see: '原来那张表。上方写着退回的理由和“请改好以后重新送审。”。',
      picture: {
        name: 'reason',
        when: 'after',
        alt: '表单上方写着退回的理由',
        ring: ['请改好以后重新送审。'],
      },
    },
    {
      say: '在“标语文字”里写“借钱要打借条，账户不借人”。',
      see: '下面写着“已保存”或者“刚刚”。不用按保存，写完就存好了。',
      check: async (stage) => {
        const lake = await stage.other('admin')
        const saved = () =>
          lake.query<number>('count(*[_id in path("drafts.**") && text == "借钱要打借条，账户不借人"])')
        while ((await saved()) === 0) await stage.page.waitForTimeout(200)
      },
    },
    {
      say: '按“重新送审”，再按小窗里的“送审”。',
      see: '又写着“◔ 待初审”。从初审重新走一遍。',
      otherwise: '想先不送了：按右下角的三个点，按里面的撤回，就收回来了。',
    },
  ],
}
