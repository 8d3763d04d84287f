/** @file The button for the whole screen; it stays away where the browser has no whole screen to give. */

export function offerFullScreen(button: HTMLButtonElement): void {
  if (!document.fullscreenEnabled) {
    button.hidden = true
    return
  }
  button.addEventListener('click', () => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()
    // A browser that refuses once refuses again; the page is as large as its window all the same.
    change.catch(() => {
      button.hidden = true
    })
  })
  document.addEventListener('fullscreenchange', () => {
    button.textContent = document.fullscreenElement ? '退出全屏' : '全屏'
  })
}
