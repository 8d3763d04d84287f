/**
 * @file Finds the browser that the tests need, or installs it.
 *
 * First what is on the path; else Debian's `chromium` with Chinese fonts, where we are root or have
 * sudo; else Playwright's own download; else one plain line that says what to install.
 */
import { spawnSync } from 'node:child_process'
import { findChromium } from '../../tests/support/browser.ts'
import { aptInstall } from './apt.ts'
import { runTool } from './tool.ts'

const packages = ['chromium', 'fonts-noto-cjk']

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

/** @throws with a plain Chinese line when no browser is to be had */
export async function ensureBrowser(say: (line: string) => void): Promise<void> {
  const missing = findChromium() === null ? packages : hasChineseFont() ? [] : ['fonts-noto-cjk']
  if (missing.length === 0) return
  say(`正在安装测试用的 ${missing.join('、')}……`)
  if ((await aptInstall(missing)) && findChromium()) return
  if (findChromium()) return say('没有中文字体：截图里的汉字会是方框。请安装 fonts-noto-cjk。')
  try {
    await runTool('playwright', ['install', 'chromium'], { shown: true })
  } catch (error) {
    throw new Error(
      '没有浏览器可用：请安装 chromium 和 fonts-noto-cjk（Debian：apt-get install chromium fonts-noto-cjk），或用 PUFA_CHROMIUM 指明浏览器的位置。',
      { cause: error },
    )
  }
}
