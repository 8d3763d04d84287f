/** @file The offline page: what the phone keeps, what to keep for good, and a way to let everything go. */
import { keptPages, tellWorker, type KeptPage } from './kept-pages.ts'

const byId = (id: string) => document.getElementById(id)

function line(page: KeptPage): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.className = 'name'
  link.href = page.address
  link.textContent = page.title
  const day = new Date(page.keptOn)
  const note = document.createElement('p')
  note.className = 'quiet'
  note.textContent = Number.isNaN(day.getTime()) ? '' : `${day.getMonth() + 1}月${day.getDate()}日存的`
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  button.textContent = page.pinned ? '取消收藏' : '收藏'
  button.setAttribute('aria-label', `${button.textContent}：${page.title}`)
  button.addEventListener('click', async () => {
    button.disabled = true
    const answer = await tellWorker({ do: page.pinned ? 'unpin' : 'pin', address: page.address })
    const full = !answer.done && answer.why === 'full'
    if (answer.done) say(page.pinned ? '已取消收藏。' : '已收藏。')
    else say(full ? '手机里放不下了，请先取消几个收藏。' : '没有存成，请连上网再试一次。')
    await show()
  })
  item.append(link, note, button)
  return item
}

function say(text: string): void {
  const status = byId('kept-status')
  if (status) status.textContent = text
}

async function show(): Promise<void> {
  const pages = await keptPages()
  for (const [id, pinned] of [
    ['kept-pinned', true],
    ['kept-visited', false],
  ] as const) {
    const own = pages.filter((page) => page.pinned === pinned)
    const list = byId(id)
    if (list) list.textContent = ''
    list?.append(...own.map(line))
    byId(`${id}-none`)?.toggleAttribute('hidden', own.length > 0)
  }
  byId('kept-clear')?.toggleAttribute('hidden', pages.length === 0)
}

/** The first press asks, the second does it; anything else in between takes the question back. */
function serveClear(button: HTMLElement): void {
  const asked = '再点一次，全部清空'
  const first = button.textContent ?? ''
  button.addEventListener('click', async () => {
    if (button.textContent !== asked) {
      button.textContent = asked
      return
    }
    button.textContent = first
    await tellWorker({ do: 'clear' })
    say('已经清空，手机里不再存着本站的页面。')
    await show()
  })
  button.addEventListener('blur', () => {
    button.textContent = first
  })
}

/** Shown in place of another page, this one says why. */
function sayWhy(): void {
  const own = byId('offline')?.dataset['path'] ?? ''
  const path = location.pathname.replace(/\/$/, '')
  byId('no-network')?.toggleAttribute('hidden', path === own.replace(/\/$/, ''))
}

sayWhy()
const clear = byId('kept-clear')
if (clear) serveClear(clear)
if ('serviceWorker' in navigator && 'caches' in window)
  show().then(
    () => {
      byId('kept')?.removeAttribute('hidden')
      byId('kept-cannot')?.setAttribute('hidden', '')
    },
    () => say('手机不让读存着的页面。'),
  )
