/** @file Fraud: strange calls, lent bank cards, free eggs, paid clicks. */
import { hue, line } from '../ink.ts'
import { festive, lane, street } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { wolf } from '../props/beasts.ts'
import { eggs, purse } from '../props/goods.ts'
import { card, money, plate, saying } from '../props/papers.ts'
import { ban, coin, hook, phone, shield } from '../props/tokens.ts'
import { holding, open, put, stand } from './stage.ts'

export const fraud: readonly Mural[] = [
  {
    kind: 'anti-fraud',
    banner: '生人来电要转账，先打96110',
    title: '电话那头的狼尾巴',
    story:
      '电话里自称公检法，说老人涉案，要她把钱转到“安全账户”。老人挂了电话，拨了96110。公检法不会打电话要求转账，世上没有安全账户。',
    alt: '一部大手机屏幕里露出一只狼，奶奶摆手拒绝，民警站在她身旁举起盾牌，上面写着防字。',
    mount: 'plaque',
    scene: () =>
      room({ wallColour: '#DCE3DA', cut: '' }) +
      put(1110, 640, phone([''], 560, '#CBB7CF')) +
      put(1110, 700, wolf(), { scale: 1.25 }) +
      put(1120, 452, saying('转到安全账户', 34, -20)) +
      stand('grandma', 700, 895, { turn: 0.6, mood: 'angry', right: open(128, -250), left: 'hip' }, 1.36) +
      stand('officer', 400, 892, { turn: 0.6, mood: 'smile', right: 'belly', left: 'hip' }, 1.32) +
      put(480, 780, shield('防'), { scale: 1.05 }),
  },
  {
    kind: 'anti-fraud',
    banner: '一张卡，莫外借',
    title: '三百块买走的麻烦',
    story:
      '有人出三百元“租”银行卡，小伙子差点点头。民警告诉他：出租出借银行卡、电话卡，可能成了骗子的帮手，要承担法律责任。卡是自己的，账也记在自己头上。',
    alt: '条纹西装的男子递钱想换银行卡，年轻人把卡收在胸前摇头，女民警伸手拦在中间，红色禁止圈圈住银行卡。',
    mount: 'couplet',
    scene: () =>
      street({ names: ['手机', '杂货', '早点'], sky: '#F6DDB0' }) +
      stand(
        'youth',
        540,
        895,
        { turn: 0.5, mood: 'worry', left: holding([-20, -190], put(0, -6, card())), right: 'down' },
        1.28,
      ) +
      stand('policewoman', 790, 895, { turn: 0.5, mood: 'angry', right: open(92, -256), left: 'hip' }, 1.26) +
      stand(
        'trickster',
        1090,
        895,
        { turn: -0.6, mood: 'sly', left: holding([-104, -176], put(-20, 0, money())), right: 'back' },
        1.28,
      ) +
      put(940, 826, card(), { scale: 1.1 }) +
      put(940, 826, ban(66)),
  },
  {
    kind: 'anti-fraud',
    banner: '免费送鸡蛋，先捂紧钱袋',
    title: '鸡蛋换走了养老钱',
    story:
      '村口来人送鸡蛋，送着送着卖起“包治百病”的床垫。老人正要掏养老钱，孙女拉住问：有批号吗，药能治的为啥不去医院。保健品不能代替药品。',
    alt: '西装推销员提着一篮鸡蛋，身旁立着被红圈划掉的“包治百病”招牌，奶奶捂住钱袋，孙女拉着她的手，医生在旁摆手。',
    mount: 'scroll',
    scene: () =>
      lane({ plaque: '', sky: '#F5E0B4' }) +
      line('M1295 560V900', 10, hue.wood) +
      put(1295, 560, plate('包治百病', 40, hue.plum)) +
      put(1295, 560, ban(72)) +
      stand(
        'trickster',
        1050,
        892,
        {
          turn: -0.6,
          mood: 'laugh',
          left: holding([-120, -190], put(-10, 44, eggs(), { scale: 0.86 })),
          right: 'hip',
        },
        1.3,
      ) +
      stand(
        'grandma',
        690,
        892,
        { turn: 0.5, mood: 'worry', left: 'belly', right: holding([26, -176], purse()) },
        1.32,
      ) +
      stand(
        'girl',
        500,
        905,
        {
          turn: 0.5,
          mood: 'shout',
          right: { at: [110, -180], hand: 'fist' },
          left: { at: 'raise', hand: 'open' },
        },
        1.3,
      ) +
      stand('doctor', 310, 892, { turn: 0.5, mood: 'calm', right: open(96, -280), left: 'down' }, 1.28),
  },
  {
    kind: 'anti-fraud',
    banner: '刷单返利，是钩不是利',
    title: '鱼钩上的铜钱',
    story:
      '手机上说点赞刷单，轻松日赚三百。前两单真返了钱，第三单要先垫五千，钱一去就没了音。刷单本身就不合规矩，垫付就是下钩。',
    alt: '一只巨大的鱼钩从天上垂下，挂着铜钱作饵，年轻人看着手机伸手去够，妻子急忙劝阻。',
    mount: 'strip-right',
    scene: () =>
      festive({ ground: '#B9D3D6', ray: '#CFE1E0', low: '#6E9AA8' }) +
      put(545, 540, hook(coin(46)), { scale: 1.35 }) +
      stand(
        'youth',
        335,
        892,
        {
          turn: 0.6,
          mood: 'laugh',
          lean: 6,
          right: open(116, -330),
          left: holding([-60, -200], put(-2, -16, phone(['日赚', '300'], 120))),
        },
        1.3,
      ) +
      stand(
        'wife',
        860,
        892,
        { turn: -0.6, mood: 'shout', lean: 5, left: open(-120, -216), right: open(90, -280) },
        1.22,
      ),
  },
]
