/** @file The button that keeps a page on the phone for good. Hidden where the browser cannot keep pages. */
import { isPinned, tellWorker } from './kept-pages.ts'

const words = { off: '收藏到手机（没网也能看）', on: '已收藏，点这里取消' }

async function serve(part: HTMLElement): Promise<void> {
  const button = part.querySelector('button')
  const status = part.querySelector('[role=status]')
  if (!button || !status) return
  const address = new URL(part.dataset['address'] ?? '', location.href).href
  const show = (pinned: boolean) => {
    button.textContent = pinned ? words.on : words.off
    button.setAttribute('aria-pressed', String(pinned))
  }
  show(await isPinned(address))
  part.hidden = false
  button.addEventListener('click', async () => {
    const wasPinned = button.getAttribute('aria-pressed') === 'true'
    button.disabled = true
    status.textContent = wasPinned ? '正在取消……' : '正在存到手机……'
    const answer = await tellWorker({ do: wasPinned ? 'unpin' : 'pin', address })
    button.disabled = false
    button.focus()
    if (answer.done) {
      show(!wasPinned)
      status.textContent = wasPinned ? '已取消收藏。' : '存好了，没有网络也能看。'
    } else if (answer.why === 'full') status.textContent = '手机里放不下了，请先取消几个收藏。'
    else status.textContent = '没有存成，请连上网再试一次。'
  })
}

if ('serviceWorker' in navigator && 'caches' in window)
  for (const part of document.querySelectorAll<HTMLElement>('[data-pin]'))
    serve(part).catch(() => {
      part.hidden = true
    })
