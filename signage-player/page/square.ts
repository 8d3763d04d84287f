/**
 * @file The try-out: the demonstration screens side by side, as on a small square.
 *
 * Each stands in a frame of its own and is a player of its own, with its own slot in this browser. The
 * key comes with the address; without it the page says how to come by one.
 */
import { parseScreens, type DemoScreen } from './demo-screens.ts'

const answerWithinMs = 15_000

function say(heading: string, advice: string): void {
  const notice = document.getElementById('notice')
  if (!notice) return
  const title = document.createElement('b')
  title.textContent = heading
  notice.replaceChildren(title, advice)
  notice.hidden = false
}

function sign({ id, title, county, width, height }: DemoScreen, key: string): HTMLElement {
  const figure = document.createElement('figure')
  const cabinet = document.createElement('div')
  const frame = document.createElement('iframe')
  const caption = document.createElement('figcaption')
  const plate = document.createElement('div')
  const name = document.createElement('strong')
  const facts = document.createElement('span')
  figure.className = 'sign'
  cabinet.className = 'cabinet'
  cabinet.style.aspectRatio = `${width} / ${height}`
  frame.loading = 'lazy'
  frame.title = `${title}的画面`
  frame.src = `/player/?${new URLSearchParams({ slot: id, screen: id, demo: key, fit: '1' })}`
  plate.className = 'plate'
  name.textContent = title
  facts.textContent = `${county} · ${width}×${height} 点`
  plate.append(name, facts)
  caption.append(plate)
  cabinet.append(frame)
  figure.append(cabinet, caption)
  return figure
}

async function open(key: string): Promise<void> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerWithinMs)
  const response = await fetch(`/api/signage/demo-screens?${new URLSearchParams({ key })}`, {
    signal: abort.signal,
  })
  const body: unknown = response.ok ? await response.json() : null
  clearTimeout(timer)
  if (!response.ok) {
    const advice =
      response.status >= 500
        ? '服务器正忙，请过一会儿刷新本页。'
        : '网址里的试看钥匙不对或已作废。请向管理员要新的试看网址。'
    return say('没能打开试看', advice)
  }
  const screens = parseScreens(body)
  if (screens.length === 0) return say('还没有示范屏', '示范内容没有装入，或示范屏已被删除。')
  document.getElementById('notice')?.setAttribute('hidden', '')
  document.getElementById('square')?.replaceChildren(...screens.map((screen) => sign(screen, key)))
}

const key = new URLSearchParams(location.search).get('key')
if (!key)
  say('请用完整的试看网址打开', '试看网址末尾带有 key=…，程序启动时会在窗口里显示它，也可以向管理员索取。')
else open(key).catch(() => say('连不上服务器', '请检查网络，然后刷新本页。'))
