/** @file What `npm start` prints when everything serves: where to look and how to sign in. */
import { hostedNotes } from './hosted.ts'
import type { Settings } from './settings.ts'

export interface Announcement {
  firstSignIn: { user: string; password: string } | null
  /** Accounts of the demonstration, made at this start. */
  samples: readonly { user: string; password: string; title: string }[]
  demoKey: string | null
  /** What the parts have to say, and no fault. */
  notes: readonly string[]
}

/** The password is shown this once. */
export function signInLines(firstSignIn: Announcement['firstSignIn']): string[] {
  if (!firstSignIn) return []
  const { user, password } = firstSignIn
  return [`  登录编辑台：账号 ${user}  密码 ${password}`, '  密码只显示这一次，请现在记下。']
}

function sampleLines(samples: Announcement['samples']): string[] {
  if (samples.length === 0) return []
  return [
    '  供试用的示例账号（密码也只显示这一次；正式使用前请在 /accounts 停用）：',
    ...samples.map(({ user, password, title }) => `    ${user}  密码 ${password}  ${title}`),
  ]
}

export function announce(
  settings: Settings,
  { firstSignIn, samples, demoKey, notes }: Announcement,
  say: (line: string) => void,
): void {
  const { port, tls, origin, internalPort, dataFolder } = settings
  const local = (on: number) => `${tls ? 'https' : 'http'}://localhost:${on}`
  const site = origin ?? local(port)
  const inside = internalPort === null ? site : local(internalPort)
  say('')
  say('普法系统已启动')
  say(`  公众网站    ${site}/`)
  say(`  编辑台      ${inside}/studio/`)
  say(`  LED 播放器  ${site}/player/`)
  if (demoKey !== null) say(`  屏幕试看    ${site}/player/square.html?key=${demoKey}`)
  say('')
  if (settings.hosted) {
    for (const line of [...hostedNotes(settings.hosted, settings), ...notes]) say(`  ${line}`)
    say('  按 Ctrl+C 停止')
    return
  }
  for (const line of [...signInLines(firstSignIn), ...sampleLines(samples)]) say(line)
  if (firstSignIn) say('')
  else if (settings.adminPassword !== null)
    say('  登录编辑台：账号 admin，密码是 PUFA_ADMIN_PASSWORD 里设置的')
  else say('  登录编辑台：账号 admin，密码在第一次启动时显示过；忘记了就设置 PUFA_ADMIN_PASSWORD 再启动一次')
  say(`  数据保存在  ${dataFolder}（备份：npm run backup -- 文件夹）`)
  say('  按 Ctrl+C 停止')
}
