/**
 * @file What Astro does by itself: the same page prerendered, served by the adapter's own server. A reference.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../tests/support/program.ts'
import { runTool } from '../run/tool.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'dist/bench-prerendered')
const readyWithinMs = 20_000

const config = `import node from '@astrojs/node'
import { defineConfig } from 'astro/config'
export default defineConfig({
  root: ${JSON.stringify(folder)}, output: 'server', session: false, devToolbar: { enabled: false },
  adapter: node({ mode: 'standalone' }),
})
`
const page = `---
export const prerender = true
import html from '../page.html?raw'
---
<Fragment set:html={html} />
`

/** @param html the whole page as our server sends it */
export async function startPrerendered(html: string): Promise<{ origin: string; stop(): void }> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'src/pages'), { recursive: true })
  writeFileSync(join(folder, 'astro.config.mjs'), config)
  writeFileSync(join(folder, 'src/page.html'), html)
  writeFileSync(join(folder, 'src/pages/index.astro'), page)
  await runTool('astro', ['build', '--silent', '--root', folder])
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(folder, 'dist/server/entry.mjs')], {
    stdio: 'ignore',
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  })
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  const deadline = performance.now() + readyWithinMs
  for (;;) {
    const answer = await fetch(origin).catch(() => null)
    if (answer?.ok) return { origin, stop }
    if (performance.now() > deadline) {
      stop()
      throw new Error('Astro 自带的服务没有启动')
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
