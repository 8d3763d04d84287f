/** @file Cults: doctors for illness, light hearts, reports to the police, full lives. */
import { disc, each, hue, place, plain, shape } from '../ink.ts'
import { night, street, yard } from '../page/ground.ts'
import { hall } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { bigLantern, drum, silk, stick } from '../props/festival.ts'
import { saying, sheet } from '../props/papers.ts'
import { ban, handset } from '../props/tokens.ts'
import { holding, open, put, stand } from './stage.ts'

export const cult: readonly Mural[] = [
  {
    kind: 'anti-cult',
    banner: '有病找医生，莫信歪门道',
    title: '药到病减，不靠念咒',
    story:
      '王大娘腰疼，有人劝她“信了就不用吃药”，还要她捐钱。儿媳带她去了卫生院，拍片吃药做康复。治病靠科学，信邪误的是自己的身子。',
    alt: '戴眼镜的医生和奶奶说话，儿媳陪在旁边，黑袍人影拿着符纸被红色禁止圈挡在门外。',
    mount: 'couplet',
    scene: () =>
      hall('卫生院', { wallColour: '#E3EDE6', floor: '#C9C3AE' }) +
      stand('doctor', 620, 895, { turn: 0.5, mood: 'smile', right: open(110, -210), left: 'down' }, 1.28) +
      stand('grandma', 830, 895, { turn: -0.4, mood: 'smile', left: 'belly', right: [60, -150] }, 1.24) +
      stand(
        'shadow',
        1090,
        900,
        {
          turn: -0.5,
          mood: 'sly',
          left: holding([-60, -200], sheet('符', 60, 90, hue.straw)),
          right: 'back',
        },
        1.16,
      ) +
      put(1090, 600, ban(120), { scale: 1 }) +
      stand('wife', 450, 900, { turn: 0.5, mood: 'laugh', left: 'belly', right: 'chest' }, 1.14),
  },
  {
    kind: 'anti-cult',
    banner: '心里亮堂，邪教难藏',
    title: '一盏灯照亮一家人',
    story:
      '夜里有人上门塞小册子，说末日要来。一家人围着灯商量：日子靠双手过，吓唬人骗钱的话一句不听。册子原样交给了村里，门也关得踏实。',
    alt: '夜色里一家四口站在大红灯笼下笑着，灯光呈放射状照开，两侧黑袍人影退到暗处。',
    mount: 'scroll',
    scene: () =>
      night({ ground: '#4A5560' }) +
      each(14, (i) =>
        place(800, 520, shape('M0 0L-50 -620L50 -620Z', '#E9A820', `${plain} opacity="0.28"`), {
          turn: i * 25.7,
        }),
      ) +
      disc(800, 520, 300, '#F3CB62', `${plain} opacity="0.4"`) +
      bigLantern() +
      stand('shadow', 300, 880, { turn: -0.6, mood: 'worry', left: 'chest', right: 'chin', lean: -6 }, 1.1) +
      stand('shadow', 1300, 880, { turn: 0.6, mood: 'worry', left: 'chin', right: 'chest', lean: 6 }, 1.1) +
      stand('farmer', 640, 892, { turn: 0.3, mood: 'laugh', left: 'hip', right: 'belly' }, 1.24) +
      stand('farmwife', 960, 892, { turn: -0.3, mood: 'laugh', left: 'belly', right: 'hip' }, 1.24) +
      stand('boy', 760, 908, { turn: 0.3, mood: 'laugh', right: { at: 'raise', hand: 'open' } }, 1.2) +
      stand('girl', 875, 908, { turn: -0.3, mood: 'laugh' }, 1.15),
  },
  {
    kind: 'anti-cult',
    banner: '遇见邪教，不听不传快报警',
    title: '小册子的去处',
    story:
      '赶集时有人神神秘秘塞宣传品，还让“拉三个人入会”。她没拿回家，也没往群里发，当场拨了110。传播邪教违法，举报受保护。',
    alt: '集市街上，年轻女子一手推开黑袍人递来的册子，一手拿手机报警，男民警快步走来。',
    mount: 'plaque',
    scene: () =>
      street({ names: ['布匹', '杂货', '种子'], sky: '#F1E3C2' }) +
      stand(
        'shadow',
        1050,
        895,
        {
          turn: -0.6,
          mood: 'sly',
          left: holding([-112, -206], put(-14, -14, sheet('妄言', 70, 86, '#B9A9BF'))),
          right: 'down',
        },
        1.2,
      ) +
      stand(
        'daughter',
        750,
        895,
        {
          turn: 0.5,
          mood: 'angry',
          right: open(120, -260),
          left: holding([-74, -310], put(0, -8, handset())),
        },
        1.34,
      ) +
      put(570, 350, saying('我要举报', 36, 70)) +
      stand(
        'officer',
        330,
        892,
        { stance: 'walk', turn: 0.6, mood: 'calm', right: open(120, -220), left: 'down' },
        1.32,
      ) +
      stand('aunt', 1300, 892, { turn: -0.5, mood: 'shout', left: { at: 'raise', hand: 'open' } }, 1.22),
  },
  {
    kind: 'anti-cult',
    banner: '锣鼓一响，邪说没场',
    title: '广场上的扭秧歌',
    story:
      '村里建了文化广场，白天下棋看书，晚上敲锣打鼓扭秧歌。人心热闹了，歪理就没处落脚。过去被人拉拢的李婶，如今成了秧歌队的领队。',
    alt: '大红鼓居中，爷爷挥槌擂鼓，两位妇女手舞红绸扭秧歌，孩子拍手，背后是挂灯的农家院。',
    mount: 'diamonds',
    scene: () =>
      yard({ sky: '#F8DFA6', ground: '#D9A874' }) +
      stand(
        'aunt',
        400,
        885,
        {
          stance: 'walk',
          turn: 0.5,
          mood: 'laugh',
          left: holding('raise', silk(-1)),
          right: holding('out', silk(1)),
        },
        1.3,
      ) +
      stand(
        'elder',
        800,
        850,
        {
          turn: 0.1,
          mood: 'laugh',
          left: holding([-90, -300], stick(-30)),
          right: holding([90, -270], stick(30)),
        },
        1.3,
      ) +
      put(800, 920, drum(), { scale: 1.35 }) +
      stand(
        'maiden',
        1200,
        885,
        {
          stance: 'walk',
          turn: -0.5,
          mood: 'laugh',
          left: holding('out', silk(-1)),
          right: holding('raise', silk(1)),
        },
        1.3,
      ) +
      stand(
        'boy',
        590,
        918,
        {
          turn: 0.4,
          mood: 'laugh',
          left: { at: 'raise', hand: 'open' },
          right: { at: 'raise', hand: 'open' },
        },
        1.1,
      ) +
      stand('girl', 1010, 918, { turn: -0.4, mood: 'laugh', left: { at: 'raise', hand: 'open' } }, 1.1),
  },
]
