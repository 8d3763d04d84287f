/**
 * @file Sees to ffmpeg, which makes films fit each screen. Without it films go as they are, so its absence
 * stops nothing.
 */
import { spawnSync } from 'node:child_process'
import { aptInstall } from './apt.ts'

const isThere = (): boolean => spawnSync('ffmpeg', ['-version']).status === 0

export async function ensureFfmpeg(say: (line: string) => void, shown = true): Promise<void> {
  if (isThere()) return
  say('没有 ffmpeg，正在安装（转换影片用）……')
  if ((await aptInstall(['ffmpeg'], shown)) && isThere()) return say('ffmpeg 装好了。')
  say('没有装上 ffmpeg：影片只能原样上屏，屏幕解不了的会被退回。以后装上，一分钟内自动启用。')
}
