/** @file Inheritance: wills, daughters, debts of the dead, those who cared more. */
import { hue } from '../ink.ts'
import { yard } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { gift } from '../props/goods.ts'
import { pine } from '../props/growth.ts'
import { armchair, bowl, table } from '../props/home.ts'
import { booklet, pen, sheet, slip } from '../props/papers.ts'
import { coin, key, scales } from '../props/tokens.ts'
import { holding, open, palm, put, stand } from './stage.ts'

export const inheritance: readonly Mural[] = [
  {
    kind: 'inheritance',
    banner: '亲笔写遗嘱，签名注日期',
    title: '老人的一页纸',
    story:
      '老人想趁明白把房子的事说清。律师告诉他：自己写的遗嘱要从头到尾亲笔，写上名字和年月日。写好以后收妥，儿女少猜疑，老人也安心。',
    alt: '白胡子爷爷坐在桌前执毛笔写遗嘱，律师在旁指点，老伴端来茶水，桌上摆着一张写有遗嘱二字的纸。',
    mount: 'plaque',
    scene: () =>
      room({ cut: '安', wallColour: '#EBDDBB' }) +
      put(780, 880, armchair(116), { scale: 1.35 }) +
      stand(
        'grandpa',
        780,
        900,
        {
          turn: 0.3,
          mood: 'calm',
          stance: 'none',
          right: holding([74, -160], put(2, -6, pen(), { turn: 12, scale: 0.9 })),
          left: [-40, -138],
        },
        1.36,
      ) +
      put(800, 915, table(560, 150, hue.wood)) +
      put(800, 752, slip('遗嘱')) +
      stand(
        'counsel',
        1180,
        885,
        { turn: -0.6, left: open(-130, -206), right: holding('chest', sheet('民法典', 78, 100, '#F2C9B8')) },
        1.28,
      ) +
      stand(
        'grandma',
        400,
        890,
        { turn: 0.6, mood: 'laugh', right: holding([90, -180], put(6, -4, bowl()), 'palm'), left: 'belly' },
        1.28,
      ),
  },
  {
    kind: 'inheritance',
    banner: '女儿也有继承权',
    title: '一把钥匙两个人的家',
    story:
      '父亲走后，哥哥说老屋是儿子的，妹妹没有份。调解员翻开民法典：继承权男女平等，儿子女儿同是第一顺序。兄妹商量好，哥哥住屋，折价给妹妹一份。',
    alt: '兄妹二人一起托着一把金色大钥匙，调解员站在中间展开双手，背后是青瓦房屋。',
    mount: 'diamonds',
    scene: () =>
      yard({ sky: '#F4DDB0', ground: '#D8C08A' }) +
      stand(
        'uncle',
        800,
        860,
        { turn: 0, mood: 'laugh', left: open(-120, -250), right: open(120, -250) },
        1.3,
      ) +
      stand('farmer', 480, 895, { turn: 0.6, mood: 'smile', right: palm(130, -196), left: 'down' }, 1.3) +
      stand(
        'farmwife',
        1120,
        895,
        { turn: -0.6, mood: 'smile', left: palm(-130, -196), right: 'belly' },
        1.3,
      ) +
      put(800, 628, key(), { scale: 1.3, turn: 0 }),
  },
  {
    kind: 'inheritance',
    banner: '父债清偿，以遗产为限',
    title: '账要还，不必背一辈子',
    story:
      '父亲去世留下一张欠条，债主要儿子全还。律师讲明：继承了遗产，就在遗产的价值以内还债；放弃继承的，可以不还。两边照账清点，当面结清。',
    alt: '律师站在一架大天平后面，天平一头是遗产箱子，一头是铜钱欠条，左右站着儿子和债主。',
    mount: 'strip-right',
    scene: () =>
      room({ wallColour: '#DDE3D4', cut: '清' }) +
      stand('lawyer', 560, 850, { turn: 0.2, left: open(-110, -290), right: 'hip' }, 1.22) +
      put(560, 905, table(400, 110, hue.indigo)) +
      put(560, 700, scales(0), { scale: 0.72 }) +
      put(474, 764, gift('产', 50, hue.green)) +
      put(646, 738, coin(22)) +
      put(662, 712, coin(20)) +
      stand('son', 300, 895, { turn: 0.6, mood: 'calm', right: 'chin', left: 'belly' }, 1.22) +
      stand(
        'neighbour',
        840,
        895,
        {
          turn: -0.6,
          mood: 'calm',
          left: holding([-84, -200], put(0, -20, sheet('欠条', 84, 100))),
          right: 'hip',
        },
        1.22,
      ),
  },
  {
    kind: 'inheritance',
    banner: '尽心赡养，可以多分',
    title: '十年床前，大家看在眼里',
    story:
      '公婆病卧多年，丧偶的儿媳端汤喂药没离开过。老人走后，有人说外姓人不能分。法律说得明白：丧偶儿媳尽了主要赡养义务，就是第一顺序继承人。',
    alt: '儿媳端着药碗照料坐在椅上的婆婆，村干部捧着红色证书走来，院中有一棵松树。',
    mount: 'ribbon',
    scene: () =>
      yard({ withTree: false, ground: '#CFBE8C', sky: '#F8E2B8' }) +
      put(330, 710, pine(470), { scale: 1 }) +
      put(690, 892, armchair(112), { scale: 1.3 }) +
      stand(
        'grandma',
        690,
        895,
        { stance: 'sit', facing: 0, turn: -0.4, mood: 'laugh', left: 'lap', right: 'lap' },
        1.3,
      ) +
      stand(
        'wife',
        430,
        895,
        {
          turn: 0.6,
          mood: 'smile',
          lean: 7,
          right: holding([104, -186], put(6, -4, bowl()), 'palm'),
          left: 'chest',
        },
        1.3,
      ) +
      stand(
        'cadre',
        1010,
        890,
        {
          turn: -0.6,
          mood: 'smile',
          left: holding([-96, -200], put(-4, -30, booklet('继承', hue.cinnabar, 80))),
          right: 'down',
        },
        1.3,
      ) +
      stand('elder', 1270, 895, { turn: -0.6, mood: 'laugh', left: open(-84, -236), right: 'hip' }, 1.22),
  },
]
