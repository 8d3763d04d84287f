/** @file The letters that a screen may have to draw. Pure; letters of what stays are kept with it. */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { keeping } from './keeping.ts'
import type { Part } from './parts.ts'

/** What the player writes by itself: Latin, punctuation, the clock, announcements, overlays. */
export const ownLetters =
  Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('') +
  '·×÷°—‘’“”…‰℃→←↑↓①②③④⑤⑥⑦⑧⑨⑩　、。〈〉《》「」『』【】〓〔〕！（），．／：；？％～￥' +
  '至年月日时分秒点星期一二三四五六七八九十零百千万上下午早中晚今明天距离还有剩第共页' +
  '法律服务热线问题免费咨询答问通知注意示例县景市区乡镇村' +
  '编辑台屏幕配对播放器请管理员在那里输入此码改用网址当前不是安全连接能置证书再打开正连接服务器后显示六位数成功接收节目试看没有' +
  '直播信号中断即将开始已经结束编号版本大小亮度音量声音重新载入稍候自动同时告知说明' +
  '倒计时余小时识别画面截图清除缓存休眠唤醒静启出错测试图红绿蓝白灰黑横竖线幅块取景宽高转场' +
  '执行的指令这机文字体单庭审旁听等待恢复失败次连不上本局公告紧急到止为由发布'

/** Of all these sets together; what many screens share stands apart from what is one screen's own. */
export type Letters = readonly ReadonlySet<string>[]

const beyondLatin = (text: string): ReadonlySet<string> => new Set(text.match(/[^\0-\x7f]/gu) ?? [])

/** Keys and ids are Latin, so all that is beyond it in a part's text is drawn, or might be. */
const lettersOfPart = keeping(({ text }: Part) => beyondLatin(text))

const lettersOfList = keeping((parts: readonly Part[]): ReadonlySet<string> => {
  const letters = new Set(ownLetters)
  for (const part of parts) for (const letter of lettersOfPart(part)) letters.add(letter)
  return letters
})

/** Ticker and corner stand in the profile, and so does what a technician is shown. */
const lettersOfScreen = keeping((screen: ScreenProfile) => beyondLatin(JSON.stringify(screen)))

/** @param parts the list that all screens of these parts share */
export const lettersFor = (screen: ScreenProfile, parts: readonly Part[]): Letters => [
  lettersOfList(parts),
  lettersOfScreen(screen),
]
