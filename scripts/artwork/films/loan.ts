/** @file 短剧: a cousin borrows money, and a note keeps the peace. */
import { hue, line, place } from '../ink.ts'
import { fields, yard } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import { armchair, table } from '../props/home.ts'
import { money, pen, saying, sheet, slip } from '../props/papers.ts'
import { phone } from '../props/tokens.ts'
import { holding, put, stand } from '../scenes/stage.ts'
import { type Film, move, swing } from './film.ts'

const lower = (part: string, by = -320): string => place(0, by, part)

export const loan: Film = {
  slug: 'jietiao',
  title: '一张借条',
  genre: '短剧',
  alt: '年画人物动画短剧：表弟来借钱，两人在桌前写借条，转账留底，秋后还钱握手。',
  story:
    '表弟买化肥来借八千元。表哥答应得痛快，也把纸笔递了过去：借条写清人、钱、日子，转账留下记录。秋后还清，两家照旧走动。',
  shots: [
    {
      seconds: 4,
      caption: '表弟上门借八千',
      draw: (s) =>
        lower(yard({ withTree: true }), -300) +
        stand(
          'neighbour',
          1060,
          570,
          {
            turn: -0.6,
            mood: s > 2 ? 'laugh' : 'smile',
            left: { at: [-96 + swing(s, 6), -190], hand: 'palm' },
            right: 'hip',
          },
          1.28,
        ) +
        stand(
          'grower',
          move(s, 0, 1.8, 120, 640),
          570,
          {
            stance: s < 1.8 ? 'walk' : 'stand',
            step: swing(s, 1, 1.6),
            turn: 0.6,
            mood: 'smile',
            lean: s < 1.8 ? swing(s, 4, 1.6) : 3,
            right: { at: [110, -190 + swing(s, 8, 0.9)], hand: 'palm' },
            left: [-80, -150 + swing(s, 16, 1.6)],
          },
          1.28,
        ) +
        (s > 2 ? put(330, 130, saying('借我买化肥', 62, 120)) : ''),
    },
    {
      seconds: 4,
      caption: '先写借条再点钱',
      draw: (s) =>
        lower(room({ cut: '信' }), -250) +
        put(560, 570, armchair(110), { scale: 1.2 }) +
        put(1040, 570, armchair(110), { scale: 1.2 }) +
        stand(
          'grower',
          560,
          640,
          {
            stance: 'none',
            turn: 0.5,
            mood: 'smile',
            tilt: 3 + swing(s, 2, 0.8),
            right: holding(
              [110 + swing(s, 16, 1.4), -152 + swing(s, 5, 2.8)],
              put(4, -6, pen(), { turn: 18 }),
            ),
            left: [-10, -150],
          },
          1.36,
        ) +
        stand(
          'neighbour',
          1040,
          640,
          {
            stance: 'none',
            turn: -0.5,
            mood: 'laugh',
            left: holding([-96, -196 + swing(s, 5)], put(-14, 0, money())),
            right: 'belly',
          },
          1.36,
        ) +
        put(800, 640, table(820, 180, hue.green)) +
        put(770, 436, slip('借条', 230), { scale: 1.3 }) +
        line(`M690 452h${Math.round(move(s, 0.3, 3.6, 4, 120))}`, 5),
    },
    {
      seconds: 4,
      caption: '写清日期 留好凭据',
      draw: (s) =>
        lower(room({ wallColour: '#DDE6D2', cut: '' }), -260) +
        put(move(s, 0, 0.8, 300, 560), 310, sheet('借条', 380, 480)) +
        (s > 1.2 ? put(640, move(s, 1.2, 1.7, 40, 440), stamp()) : '') +
        put(move(s, 0.5, 1.3, 1700, 1100), 310, phone(['转账', '记录', '已存'], 520), {
          turn: swing(s, 1.5),
        }),
    },
    {
      seconds: 4,
      caption: '秋后还清 亲情不伤',
      draw: (s) =>
        lower(fields({ sunX: 800 }), -270) +
        stand(
          'grower',
          600,
          570,
          {
            turn: 0.6,
            mood: 'laugh',
            tilt: swing(s, 3),
            right: holding([112, -196 + swing(s, 7, 1.2)], put(10, -10, money())),
            left: { at: [-110, -260 + swing(s, 10, 1.2)], hand: 'open' },
          },
          1.3,
        ) +
        stand(
          'neighbour',
          1000,
          570,
          {
            turn: -0.6,
            mood: 'laugh',
            tilt: swing(s, -3),
            left: { at: [-112, -190 + swing(s, 7, 1.2)], hand: 'palm' },
            right: 'hip',
          },
          1.3,
        ) +
        stand(
          'boy',
          1300,
          580,
          {
            turn: -0.5,
            mood: 'laugh',
            left: { at: [-110, -280 + swing(s, 24, 1.6)], hand: 'open' },
            right: { at: [110, -280 - swing(s, 24, 1.6)], hand: 'open' },
          },
          1.2,
        ),
    },
  ],
}

/** A red seal coming down. */
function stamp(): string {
  return (
    `<circle r="62" fill="none" stroke="${hue.cinnabar}" stroke-width="16"/><circle r="20" ` +
    `fill="${hue.cinnabar}"/>`
  )
}
