/** @file Support of the elderly: daily care, sharing among children, visits, equal duty. */
import { hue } from '../ink.ts'
import { lane, yard } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { bag, gift, wheelchair } from '../props/goods.ts'
import { pine } from '../props/growth.ts'
import { armchair, bowl, kang, quilts, table } from '../props/home.ts'
import { slip } from '../props/papers.ts'
import { holding, open, palm, put, stand } from './stage.ts'

export const elders: readonly Mural[] = [
  {
    kind: 'elderly-support',
    banner: '赡养父母是法定义务',
    title: '一碗热汤，一床新被',
    story:
      '冬天将近，老两口的棉被还是十年前的。村法律顾问上门聊起赡养的责任，儿子儿媳红了脸，当天就换了新被，还约好每月送多少口粮和零用钱，写成字据交老人收着。',
    alt: '爷爷奶奶坐在炕上笑着，儿子端来一碗热汤，儿媳抱来新棉被，身后是贴着窗花的木格窗。',
    mount: 'diamonds',
    scene: () =>
      room({ cut: '孝' }) +
      put(800, 880, kang(640, 120)) +
      put(530, 764, quilts(), { scale: 0.9 }) +
      stand(
        'grandpa',
        720,
        890,
        { stance: 'sit', turn: -0.4, facing: 0, mood: 'laugh', left: 'lap', right: 'lap' },
        1.22,
      ) +
      stand(
        'grandma',
        920,
        890,
        {
          stance: 'sit',
          turn: 0.4,
          facing: 0,
          mood: 'laugh',
          left: 'lap',
          right: { at: 'offer', hand: 'palm' },
        },
        1.22,
      ) +
      stand(
        'son',
        420,
        895,
        {
          turn: 0.7,
          lean: 6,
          right: holding([96, -186], put(10, -8, bowl()), 'palm'),
          left: holding([40, -178], ''),
        },
        1.25,
      ) +
      stand(
        'wife',
        1210,
        895,
        {
          turn: -0.7,
          left: holding([-44, -168], put(-16, 34, quilts(), { scale: 0.75 }), 'palm'),
          right: 'chest',
        },
        1.25,
      ),
  },
  {
    kind: 'elderly-support',
    banner: '兄弟姐妹，共担赡养',
    title: '坐下来，把日子排好',
    story:
      '三个子女都说自己忙，老父亲吃饭看病没人牵头。调解员把三家请到一张桌前，谁管吃住、谁管看病、钱怎么摊，一条一条写明白，按上了手印。轮值表就贴在老人床头。',
    alt: '老父亲坐在中间，两个儿子和一个女儿围着桌子，桌上摆着赡养协议，调解员站在一旁。',
    mount: 'couplet',
    scene: () =>
      room({ wallColour: '#DDE6D2', cut: '和' }) +
      stand('mediator', 1130, 860, { turn: -0.6, left: open(-92, -300), right: 'hip' }, 1.2) +
      put(800, 900, armchair(110), { scale: 1.25 }) +
      stand(
        'elder',
        800,
        925,
        { turn: 0, mood: 'laugh', left: 'belly', right: 'belly', stance: 'none' },
        1.2,
      ) +
      stand(
        'farmer',
        560,
        870,
        { turn: 0.6, mood: 'calm', left: 'down', right: { at: 'offer', hand: 'palm' } },
        1.2,
      ) +
      put(800, 925, table(460, 140, hue.cinnabar)) +
      put(800, 762, slip('赡养协议', 170)) +
      stand(
        'daughter',
        420,
        905,
        { turn: 0.6, mood: 'smile', right: holding('chest', put(10, -4, bowl()), 'palm') },
        1.12,
      ) +
      stand('youth', 1010, 890, { turn: -0.6, mood: 'smile', left: palm(-96, -170) }, 1.12),
  },
  {
    kind: 'elderly-support',
    banner: '常回家看看，也是赡养',
    title: '门口的那声“奶奶”',
    story:
      '儿子在外打工，钱按月寄，人三年没回。老人不缺钱，缺的是说话的人。法律写着，分开住的家人应当常看望、常问候。这年春节，他带着妻儿早早进了家门。',
    alt: '奶奶在院门口张开双臂，小男孩跑向她，身后的儿子儿媳提着行李和礼盒，门上贴着春联挂着灯笼。',
    mount: 'scroll',
    scene: () =>
      lane({ plaque: '福寿门', sky: '#F5D9A8' }) +
      put(1290, 700, pine(440), { scale: 0.9 }) +
      stand(
        'grandma',
        1080,
        885,
        { turn: -0.7, mood: 'laugh', lean: -5, left: open(-140, -206), right: open(120, -250) },
        1.28,
      ) +
      stand(
        'pupil',
        830,
        895,
        { stance: 'run', turn: 0.7, mood: 'laugh', left: open(-110, -230), right: open(140, -236) },
        1.25,
      ) +
      stand(
        'wife',
        580,
        885,
        { stance: 'walk', turn: 0.6, right: holding([70, -160], put(0, 92, gift('福', 84))), left: 'down' },
        1.2,
      ) +
      stand(
        'son',
        350,
        890,
        {
          stance: 'walk',
          turn: 0.6,
          mood: 'laugh',
          right: { at: 'wave', hand: 'open' },
          left: holding([-84, -140], put(0, 108, bag(), { scale: 0.85 })),
        },
        1.25,
      ),
  },
  {
    kind: 'elderly-support',
    banner: '女儿儿子，一样尽孝',
    title: '出嫁的女儿也没走远',
    story:
      '有人说嫁出去的女儿不用管爹娘，这话不合法。成年子女不分男女，都有赡养父母的义务。哥哥出住处，妹妹管看病，外孙推着轮椅陪姥爷晒太阳。',
    alt: '女儿推着轮椅，轮椅上坐着笑呵呵的白胡子老人，儿子递上一件棉衣，小姑娘举手欢笑，身后是农家小院。',
    mount: 'strip-right',
    scene: () =>
      yard({ ground: '#C9CE96', sky: '#E5EBD8' }) +
      stand('daughter', 360, 890, { turn: 0.6, stance: 'walk', right: [84, -196], left: [20, -190] }, 1.22) +
      put(590, 900, wheelchair(), { scale: 1.2 }) +
      stand(
        'grandpa',
        575,
        880,
        { stance: 'sit', turn: 0.5, mood: 'laugh', right: { at: 'offer', hand: 'palm' }, left: 'lap' },
        1.16,
      ) +
      stand(
        'son',
        920,
        885,
        {
          turn: -0.6,
          mood: 'smile',
          left: holding([-100, -190], put(-6, 4, quilts(), { scale: 0.5 }), 'palm'),
          right: 'hip',
        },
        1.24,
      ) +
      stand('girl', 770, 925, { turn: -0.3, mood: 'laugh', left: holding('raise', '') }, 1.05),
  },
]
