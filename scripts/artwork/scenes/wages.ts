/** @file Wages: contract first, records kept, legal aid and arbitration, no climbing of cranes. */
import { hue } from '../ink.ts'
import { site } from '../page/ground.ts'
import { hall } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { bag } from '../props/goods.ts'
import { table } from '../props/home.ts'
import { pen, plate, sheet, slip } from '../props/papers.ts'
import { briefcase } from '../props/tokens.ts'
import { holding, open, palm, point, put, stand } from './stage.ts'

export const wages: readonly Mural[] = [
  {
    kind: 'wages',
    banner: '干活有凭据，讨薪走法律',
    title: '一本工账算得清',
    story:
      '年底工头说账对不上，老张拿出一本工账：哪天上工、干了几个钟头、谁签的字，还有工地照片。法律援助律师凭这些材料帮他把工钱的事说得明明白白。',
    alt: '戴安全帽的工人举着写有工账的本子，身旁律师提着公文包，对面工头挠头，背后是塔吊和在建楼房。',
    mount: 'plaque',
    scene: () =>
      site() +
      stand(
        'worker',
        545,
        892,
        {
          turn: 0.5,
          mood: 'smile',
          right: holding([100, -252], put(4, -34, sheet('工账', 104, 130))),
          left: 'hip',
        },
        1.34,
      ) +
      stand(
        'lawyer',
        880,
        892,
        {
          turn: 0.5,
          mood: 'smile',
          right: open(126, -226),
          left: holding([-80, -140], put(0, 74, briefcase(), { scale: 0.8 })),
        },
        1.32,
      ) +
      stand('boss', 1160, 892, { turn: -0.6, mood: 'worry', left: 'down', right: open(60, -340) }, 1.3) +
      stand('mason', 320, 895, { turn: 0.5, mood: 'laugh', right: 'chest', left: 'down' }, 1.24),
  },
  {
    kind: 'wages',
    banner: '先签合同，再上工',
    title: '白纸黑字，心里踏实',
    story:
      '工地招人急，老板说先干着再说。带班的老李坚持先签：活计、工钱、发放日子都写上，一人一份。超过一个月不签书面合同的，劳动者可以依法主张双倍工资。',
    alt: '工人们排队在桌前签劳动合同，桌后坐着负责人，桌上是合同和笔，远处有塔吊。',
    mount: 'diamonds',
    scene: () =>
      site({ sky: '#F6E3BC' }) +
      stand(
        'boss',
        1010,
        880,
        { stance: 'none', turn: -0.5, mood: 'smile', left: palm(-100, -160), right: [30, -150] },
        1.3,
      ) +
      put(930, 910, table(520, 150, hue.indigo, '签约处')) +
      put(880, 738, slip('劳动合同', 170)) +
      stand(
        'worker',
        600,
        892,
        {
          turn: 0.6,
          mood: 'laugh',
          lean: 6,
          right: holding([116, -180], put(4, -4, pen(), { turn: 24 })),
          left: 'down',
        },
        1.32,
      ) +
      stand(
        'mason',
        400,
        895,
        { turn: 0.6, mood: 'smile', right: holding('chest', sheet('合同', 74, 92)), left: 'down' },
        1.3,
      ) +
      stand(
        'farmwife',
        1290,
        892,
        {
          turn: -0.6,
          mood: 'laugh',
          left: holding('chest', put(-10, -6, sheet('合同', 74, 92))),
          right: 'hip',
        },
        1.24,
      ),
  },
  {
    kind: 'wages',
    banner: '欠薪求助，拨12348',
    title: '绿色通道，一次说清',
    story:
      '农民工请求支付劳动报酬，申请法律援助时免予核查经济困难状况。窗口一次告知缺哪些材料，缺什么补什么，不让人跑冤枉路。',
    alt: '法律援助窗口后坐着律师，柜台写着法律援助，工人递上材料，奶奶和孩子在旁等候，墙上是热线号码12348。',
    mount: 'ribbon',
    scene: () =>
      hall('12348', { wallColour: '#DDE8DA' }) +
      stand(
        'counsel',
        960,
        880,
        { stance: 'none', turn: -0.5, mood: 'smile', left: palm(-104, -160), right: 'belly' },
        1.3,
      ) +
      put(960, 905, table(640, 160, hue.green, '法律援助')) +
      stand(
        'worker',
        545,
        892,
        {
          turn: 0.6,
          mood: 'smile',
          right: holding([116, -196], put(10, -12, sheet('申请', 84, 100))),
          left: 'down',
        },
        1.34,
      ) +
      stand(
        'mason',
        340,
        892,
        {
          turn: 0.5,
          mood: 'calm',
          right: 'belly',
          left: holding([-84, -140], put(0, 104, bag(hue.earth), { scale: 0.8 })),
        },
        1.28,
      ) +
      stand(
        'lawyer',
        1290,
        892,
        {
          turn: -0.5,
          mood: 'smile',
          left: holding([-70, -200], put(-6, -16, sheet('指南', 80, 96, '#D5E3D0'))),
          right: 'down',
        },
        1.28,
      ),
  },
  {
    kind: 'wages',
    banner: '莫走极端，依法讨薪',
    title: '下来说，有人管',
    story:
      '工钱拖了半年，小伙子一急要爬塔吊。老工友一把拉住：爬高堵路伤自己，还可能违法。劳动监察能投诉，仲裁不收费，一般要在一年内申请。',
    alt: '年轻工人站在塔吊脚下，老工友拉着他的手臂，女律师指向写着劳动仲裁的路牌。',
    mount: 'strip-right',
    scene: () =>
      site({ sky: '#DCE8E6' }) +
      stand(
        'youth',
        350,
        892,
        { turn: 0.5, mood: 'angry', left: { at: [-100, -300], hand: 'fist' }, right: 'down' },
        1.26,
      ) +
      stand('mason', 580, 892, { turn: -0.5, mood: 'worry', left: palm(-80, -194), right: 'down' }, 1.26) +
      stand(
        'counsel',
        830,
        892,
        { turn: -0.5, mood: 'smile', left: 'belly', right: point(100, -300) },
        1.24,
      ) +
      put(800, 340, plate('劳动仲裁 不收费', 40, hue.green)),
  },
]
