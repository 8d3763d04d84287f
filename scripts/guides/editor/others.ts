/** @file A picture with words for it, a table of lawyers, a reader's report, taking down, and being away. */
import sharp from 'sharp'
import writeXlsxFile from 'write-excel-file/node'
import { lakeOf } from '../../../tests/support/studio.ts'
import { press } from '../hands.ts'
import type { Chapter } from '../shape.ts'

const photograph = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: { r: 196, g: 160, b: 96 } } })
    .jpeg()
    .toBuffer()

export const picture: Chapter = {
  title: '放一张照片，写好图片说明',
  opening: '用自己拍的照片，不用网上下载的。看不见图片的人，靠“图片说明”知道图上是什么，所以一定要写。',
  steps: [
    {
      say: '按加号（“创建新文档”），在出来的格子里写“动态”，按下面的“动态”。',
      see: '一张空白的表，往下找得到“配图”。',
      otherwise: '格子里留着上次写的字，先删掉再写。',
    },
    { say: '在“标题”里写“清风村的法治课坐满了人”。', see: '题目写好了。' },
    {
      say: '在“配图”那里按“上传”，选电脑里的照片。',
      act: async ({ page }) => {
        const file = { name: '法治课.jpg', mimeType: 'image/jpeg', buffer: await photograph() }
        await page.getByTestId('image-input').getByTestId('file-button-input').first().setInputFiles(file)
      },
      see: '照片出来了，下面要填“图片说明（给看不见图片的人）”。',
      otherwise: '照片太大传不上去，请用手机发原图时选小一点的尺寸。',
    },
    {
      say: '在“图片说明（给看不见图片的人）”里写“村委会的屋里坐着三十多人，律师站在前面讲课。”。',
      see: '说明写好了，旁边的红圈没有了。',
      picture: {
        name: 'alt',
        when: 'after',
        alt: '照片下面的图片说明',
        ring: ['图片说明（给看不见图片的人）'],
      },
    },
    {
      say: '看清楚画面：没有认得出的人脸、车牌、门牌，就勾选“画面里没有认得出的人脸、车牌、门牌、病历、身份证；有的已打码，或已取得本人同意”。',
      see: '前面打上了勾。有认得出的，先把那一块遮住，或者问过本人。',
    },
    {
      say: '在“图片来源与使用许可”里写“本局拍摄，村委会同意使用”。',
      see: '三样都填好了，审核的人也看得到。',
    },
  ],
}

/** @param county that the bureau has */
async function table(known: string): Promise<Buffer> {
  const heads = ['姓名', '执业证号', '类别', '所在县区', '执业机构', '联系电话', '擅长', '核对日期']
  const row = (name: string, number: string, county: string) => [
    ...[
      name,
      number,
      '专职律师',
      county,
      '明理律师事务所（示例）',
      '0318-0000201',
      '离婚、拖欠工资',
      '2026-11-05',
    ],
  ]
  const rows = [heads, row('示甲春', '示例-60001', known), row('示乙夏', '示例-60002', '远方县')]
  return writeXlsxFile(
    rows.map((cells) => cells.map((value) => ({ value }))),
    { sheet: '名册' },
  ).toBuffer()
}

export const lawyers: Chapter = {
  title: '从表格导入律师名册',
  opening: '名册在电子表格里，不用一个一个地打。先检查，有错的告诉您在第几行；您按了导入才会写进去。',
  steps: [
    { say: '按最上面一行的“表格导入”。', see: '“导入什么”，下面是几张卡片。' },
    {
      say: '按“律师”这张卡片。',
      act: async ({ page }, [words = '']) => {
        await page
          .getByRole('button', { name: new RegExp(`^${words}`, 'u') })
          .first()
          .click()
      },
      see: '“选表格文件”。没有现成的表格，可以先下载空白模板，照着填。',
    },
    {
      say: '按“选择文件…”，选电脑里的名册。',
      act: async ({ page, context, origin }) => {
        const lake = lakeOf(context, origin)
        const buffer = await table(await lake.query<string>('*[_type == "county"] | order(order)[0].title'))
        const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        await page.getByLabel('表格文件').setInputFiles({ name: '律师名册.xlsx', mimeType, buffer })
      },
      see: '“每一项在表里是哪一列”，系统已经认出来了，您看看对不对。',
      otherwise: '说是旧格式的文件：在电脑上打开它，另存为新格式（名字最后是四个字母的那种），再选。',
    },
    {
      say: '按“检查一遍（不写入）”。',
      see: '“一共 2 行，还没有写入”。有错的那一行写着第几行、错在哪里：“没有找到县区“远方县””。',
      picture: {
        name: 'checked',
        when: 'after',
        alt: '表格检查的结果，有一行有误',
        ring: ['没有找到县区“远方县”'],
      },
    },
    {
      say: '按“导入 1 行…”，再按“开始导入”。',
      see: '“已写入 1 条”。它们是草稿，也要送审。有错的那一行没有写进去，改好表格再导入一次就行。',
      otherwise: '发现导错了：按“看以往的导入，或撤销”，整个撤销。',
      check: async ({ page }, [words = '']) => {
        await page.getByText(words).waitFor()
      },
    },
  ],
}

const report = {
  ...{ _id: 'report.7KQ2MWX5', _type: 'errorReport', receipt: '7KQ2MWX5', path: '/questions/wages-owed' },
  ...{
    text: '第三步里写的电话打不通，是不是写错了？',
    receivedAt: '2026-11-19T02:05:00Z',
    state: 'received',
  },
}

export const readersReport: Chapter = {
  title: '答复群众的找错',
  opening:
    '网站每一页下面都可以“找错”。收到以后，五个工作日以内要答复。哪条快到期了，“编务”里的“今天”会告诉您。',
  steps: [
    {
      before: async (stage) => {
        await (await stage.other('admin')).mutate({ createOrReplace: report })
      },
      say: '按最上面一行的“编务”，按“找错”。',
      see: '最上面写着“收到以后五个工作日内答复”。左边一条一行：“第三步里写的电话打不通，是不是写错了？”。',
    },
    {
      say: '按“第三步里写的电话打不通，是不是写错了？”。',
      see: '右边是群众的原话和“读者说的那一页”。先看看那一页，真有错就按“打开这份内容”，先改好它。',
      picture: {
        name: 'report',
        when: 'after',
        alt: '编务里的一条找错，右边是读者说的那一页',
        ring: ['读者说的那一页', '打开这份内容'],
      },
    },
    {
      say: '选中“没有错误，已说明”，在“给读者的答复”里写“您好！电话是对的，白天有人接。谢谢您提醒。”，按“发出答复”。',
      see: '“✓ 已答复”。群众凭回执编号看得到答复，别人看不到。答复不用三审。',
      otherwise: '说〔 〕没有填：现成的话里有空，填好再发。',
      picture: { name: 'answer', when: 'before', alt: '写好的答复和发出答复的按钮', ring: ['发出答复'] },
    },
  ],
}

export const beingAway: Chapter = {
  title: '要请假，交代给同事',
  opening:
    '您写的稿还在审，人要走几天。在稿子上留一句话，同事打开就看得到，谁都能接着改、接着送审。审核的人请假，由管理员设代审，见审核使用指南。',
  steps: [
    {
      say: '按最上面一行的“审核”，按“我送审的”，按“借条上没写利息，能要利息吗？”。',
      act: async ({ page }, [, list = '', title = '']) => {
        await page.getByRole('link', { name: /^审核/u }).first().click()
        await press(page, list)
        await press(page, title)
      },
      see: '这份稿子，最下面有“留言”。',
    },
    {
      say: '按“留言”，在“留言只供大家看，不算通过，也不算退回：”下面写“我二十五号到二十八号休假，退回来请小李接着改”，按小窗里的“留言”。',
      see: '“审核经过”里多了这句话，写着谁、什么时候说的。',
      otherwise: '想先不送了，按“撤回”，稿子就回到草稿里，同事也能接着写。',
      picture: { name: 'comment', when: 'before', alt: '给同事留言的小窗', ring: ['留言'] },
    },
  ],
}

/** Something of the demonstration that nothing else refers to. */
const gone = '遇到邪教'
const isListed = async (origin: string) => (await (await fetch(`${origin}/slogans`)).text()).includes(gone)

export const takingDown: Chapter = {
  title: '发现不妥，马上撤下',
  opening: '公开了的内容有错、过时、不妥，先撤下来，再慢慢改。撤下不用等审核，网站和屏幕马上就没有了。',
  steps: [
    {
      say: '按最上面一行的放大镜（“打开搜索”），写“遇到邪教”，按下面出来的“遇到邪教 不听 不信 不传 及时报警”。',
      see: '那条内容的表，最上面有“已发布”和“草稿”两个标记。',
    },
    {
      say: '按表上面的“已发布”，再按右下角的三个点，按“撤下”。',
      act: async ({ page }, [published = '', words = '']) => {
        await press(page, published)
        await page.waitForURL(/perspective=published/u)
        await page.getByTestId('action-menu-button').click()
        await press(page, words)
      },
      see: '一个小窗，说“网站和屏幕不再显示，内容留作草稿。”。',
      check: async ({ page }, [words = '']) => page.getByText(words).waitFor(),
      picture: {
        name: 'take-down',
        when: 'after',
        alt: '撤下前的小窗',
        ring: ['网站和屏幕不再显示，内容留作草稿。', '撤下'],
      },
    },
    {
      say: '按小窗里的“撤下”。',
      see: '“已撤下。内容还在草稿里”。网站和屏幕上马上就没有了。',
      otherwise:
        '说还被别的内容引用着：先到它列出来的播放单里把这一条拿掉，再来撤。等不及，请播控员在“屏幕值守”里撤下。',
      check: async ({ page, origin }, [words = '']) => {
        await page.getByText(words).first().waitFor()
        while (await isListed(origin)) await page.waitForTimeout(200)
      },
    },
  ],
}
