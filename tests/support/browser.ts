/** @file The one way tests start a browser: the machine's Chromium, headless, reaching for nothing outside. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Chromium heeds only the last of several such lists, so what Playwright leaves out is named again. Without
 * the last two every page brings two more, hidden ones for an address bar, and takes twice as long to open.
 */
const featuresLeftOut = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
  'BlockOriginHeaderModificationOnRedirect',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

export const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  `--disable-features=${featuresLeftOut.join(',')}`,
]

/** @returns the browser's file, or `null` when the machine has none */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['PUFA_CHROMIUM']
  if (named) return named
  for (const folder of (environment['PATH'] ?? '').split(delimiter))
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name)
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('没有找到 Chromium：运行 npm test 会自动安装，或手工安装 chromium 后再试')
  return chromium.launch({ executablePath, ...options, args: [...quietArguments, ...(options.args ?? [])] })
}
