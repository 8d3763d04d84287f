/**
 * @file What a player shows before it has anything to play: its pairing code, or what must be done.
 *
 * Set like a hotline and like a slogan, so legible from 96×48 up. On a large window the code also stands
 * small in the left upper corner, since an LED processor may take only that part.
 */
import type { State } from '../machine.ts'
import type { Drawing, Frame } from './drawing.ts'
import type { PlainItem } from './plain-items.ts'

/** Draws an item that needs no asset; handed in, so that this chunk holds nothing twice. */
export type DrawText = (item: PlainItem, frame: Frame) => Drawing

const corner = { width: 96, height: 48 } as const
const secondsPerLine = 4

function drawCode(code: string, frame: Frame, drawText: DrawText): Drawing {
  const number = `${code.slice(0, 3)} ${code.slice(3)}`
  const base = { kind: 'hotline', id: 'code', title: '' } as const
  const item = { ...base, number, text: '编辑台 → 屏幕 → 配对播放器', hours: '请管理员在那里输入此码' }
  const whole = drawText(item, frame)
  const small = drawText(item, { ...frame, ...corner })
  return {
    draw(pen, moment) {
      whole.draw(pen, moment)
      if (frame.height >= 6 * corner.height) small.draw(pen, moment)
    },
    changesIn: (moment) => Math.min(whole.changesIn(moment), small.changesIn(moment)),
  }
}

function drawMessage(lines: readonly string[], frame: Frame, drawText: DrawText): Drawing {
  const seconds = lines.length * secondsPerLine
  const base = {
    kind: 'slogan',
    id: '',
    title: '',
    layout: lines.length > 2 ? 'pages' : 'auto',
    tone: 'plain',
    signature: '',
  } as const
  const { draw } = drawText({ ...base, lines }, { ...frame, seconds })
  return {
    // Nobody ends an announcement, so its pages go round.
    draw: (pen, moment) => draw(pen, { ...moment, elapsedMs: moment.elapsedMs % (seconds * 1_000) }),
    changesIn: () => 1_000,
  }
}

/** The words for a state in which no content plays: what is the matter, and what a person should do. */
export function linesOf(state: State): readonly string[] {
  switch (state.name) {
    case 'insecure':
      return [
        '请改用 https 网址',
        '当前网址不是安全连接，播放器不能配对',
        '请管理员配置证书，再用 https 网址打开',
      ]
    case 'unpaired':
      return state.problem ? ['试看没有打开', state.problem] : ['正在连接服务器', '连上后显示六位配对码']
    default:
      return ['配对成功', '正在接收节目']
  }
}

export function drawAnnouncement(state: State, frame: Frame, drawText: DrawText): Drawing {
  return state.name === 'pairing'
    ? drawCode(state.code, frame, drawText)
    : drawMessage(linesOf(state), frame, drawText)
}
