/** @file 动漫: the wolf in the telephone. */
import { hue, place } from '../ink.ts'
import { festive, night } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import { wolf } from '../props/beasts.ts'
import { saying } from '../props/papers.ts'
import { ban, handset, phone, shield } from '../props/tokens.ts'
import { holding, put, stand } from '../scenes/stage.ts'
import { type Film, move, swing } from './film.ts'

const ringing = (s: number): string =>
  put(
    1120,
    316,
    phone([''], 560, '#CBB7CF') + put(0, 30 + swing(s, 8, 1.4), wolf(), { scale: 1.3 + swing(s, 0.04, 1.4) }),
    { turn: swing(s, 2.4, 5) },
  )

export const fraud: Film = {
  slug: 'fanzha',
  title: '电话里的狼',
  genre: '动漫',
  alt: '年画人物动画：手机里钻出一只狼冒充公检法，奶奶识破后挂断，拨打96110，民警举盾而来。',
  story:
    '“您涉嫌案件，请把钱转到安全账户。”奶奶越听越不对劲，挂了电话先打96110。民警说：公检法不会打电话要求转账。',
  shots: [
    {
      seconds: 4,
      caption: '陌生来电说您涉案',
      draw: (s) =>
        place(0, -250, room({ wallColour: '#DCE3DA', cut: '' })) +
        ringing(s) +
        put(1120, 92, saying('我是警官', 62, 0)) +
        stand(
          'grandma',
          520,
          570,
          {
            turn: 0.6,
            mood: 'worry',
            tilt: swing(s, 3, 1),
            right: holding([70, -310], put(4, -8, handset())),
            left: [-24, -170 + swing(s, 6, 2)],
          },
          1.34,
        ),
    },
    {
      seconds: 4,
      caption: '转安全账户？假的！',
      draw: (s) =>
        place(0, -250, room({ wallColour: '#E9CFC4', cut: '' })) +
        ringing(s * 1.3) +
        put(1120, 92, saying('快转账', 66, 0)) +
        stand(
          'grandma',
          520,
          570,
          {
            turn: 0.6,
            mood: s > 1.2 ? 'angry' : 'worry',
            lean: move(s, 1.2, 1.6, 0, -4),
            right: { at: [move(s, 1.2, 1.7, 60, 136), move(s, 1.2, 1.7, -180, -260)], hand: 'open' },
            left: 'hip',
          },
          1.34,
        ) +
        (s > 2 ? put(1120, 330, ban(190), { scale: move(s, 2, 2.3, 1.8, 1) }) : ''),
    },
    {
      seconds: 4,
      caption: '挂断！先打96110',
      draw: (s) =>
        place(0, -300, night()) +
        stand(
          'grandma',
          560,
          570,
          {
            turn: 0.6,
            mood: s > 2 ? 'laugh' : 'calm',
            right: holding([70, -310], put(4, -8, handset(hue.green))),
            left: 'belly',
          },
          1.34,
        ) +
        stand(
          'officer',
          move(s, 1, 2.2, 1800, 1090),
          570,
          {
            stance: s < 2.2 ? 'run' : 'stand',
            step: swing(s, 1, 2.2),
            turn: -0.6,
            mood: 'smile',
            left: [-80, -190],
            right: 'hip',
          },
          1.2,
        ) +
        put(move(s, 1, 2.2, 1690, 940), 440 + swing(s, 5, 1.4), shield('防')),
    },
    {
      seconds: 4,
      caption: '公检法不会叫您转账',
      draw: (s) =>
        place(0, -340, festive()) +
        stand(
          'policewoman',
          800,
          562,
          {
            turn: 0,
            mood: 'smile',
            left: 'belly',
            right: { at: [112, -300 + swing(s, 16, 1.4)], hand: 'open' },
          },
          1.2,
        ) +
        stand(
          'grandma',
          520,
          570,
          {
            turn: 0.4,
            mood: 'laugh',
            tilt: swing(s, 4, 1.2),
            left: { at: [-112, -260 + swing(s, 16, 1.4)], hand: 'open' },
          },
          1.28,
        ) +
        stand(
          'grandpa',
          1080,
          570,
          {
            turn: -0.4,
            mood: 'laugh',
            tilt: -swing(s, 4, 1.2),
            right: { at: [112, -260 - swing(s, 16, 1.4)], hand: 'open' },
          },
          1.28,
        ) +
        stand(
          'girl',
          1330,
          578,
          { turn: -0.4, mood: 'laugh', left: { at: [-100, -290 + swing(s, 20, 1.8)], hand: 'open' } },
          1.2,
        ) +
        stand(
          'boy',
          280,
          578,
          { turn: 0.4, mood: 'laugh', right: { at: [100, -290 - swing(s, 20, 1.8)], hand: 'open' } },
          1.2,
        ),
    },
  ],
}
