/**
 * @file The keys below a document: print, copy, keep as a file, clear. Nothing leaves the phone.
 *
 * WeChat's browser can neither print nor save a file: there the keys are not shown, and the reader is told
 * to copy the text, or to open the address in a browser.
 */
export interface KeyParts {
  keys: HTMLElement
  /** Says what a key has done. */
  said: HTMLElement
  /** What to do where a browser can neither print nor save. */
  inWeChat: HTMLElement
  /** Holds the text for a long press where copying is forbidden. */
  byHand: HTMLElement
}

const isWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent)

async function copy(text: string, area: HTMLTextAreaElement): Promise<boolean> {
  // Over plain HTTP a browser gives no clipboard; some give one and refuse it.
  const modern = (navigator as { clipboard?: Clipboard }).clipboard
  if (modern) {
    try {
      await modern.writeText(text)
      return true
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  }
  area.select()
  return document.execCommand('copy')
}

function saveFile(name: string, text: string): void {
  // The mark in front makes old editors read Chinese.
  const address = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.txt`
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export interface KeyActions {
  title: string
  text(): string
  /** @returns what to say */
  clear(): string
}

/** Wires the keys and shows those that this browser can serve. */
export function wireKeys(
  { keys, said, inWeChat, byHand }: KeyParts,
  { title, text, clear }: KeyActions,
): void {
  const key = (name: string) => keys.querySelector<HTMLButtonElement>(`[data-key="${name}"]`)
  const say = (words: string) => {
    said.textContent = words
  }
  const weChat = isWeChat()
  inWeChat.hidden = !weChat
  for (const name of ['print', 'save']) {
    const button = key(name)
    if (button) button.hidden = weChat
  }
  key('print')?.addEventListener('click', () => window.print())
  key('save')?.addEventListener('click', () => {
    saveFile(title, text())
    say('已存为文字文件，在手机的“下载”里。借用的手机，打印后请把它删掉。')
  })
  key('copy')?.addEventListener('click', () => {
    const area = byHand.querySelector('textarea')
    if (!area) return
    area.value = text()
    byHand.hidden = false
    void copy(area.value, area).then((done) => {
      byHand.hidden = done && !weChat
      say(
        done ? '文字已复制，可以粘贴到别处。' : '这部手机不让网页复制：请在下面的框里长按，选“全选”“复制”。',
      )
    })
  })
  wireClear(key('clear'), () => {
    byHand.hidden = true
    const area = byHand.querySelector('textarea')
    if (area) area.value = ''
    say(clear())
  })
  keys.hidden = false
}

/** Asks once: the first press changes the words, the second clears, leaving the button takes it back. */
function wireClear(button: HTMLButtonElement | null, clear: () => void): void {
  if (!button) return
  const words = button.textContent
  const rest = () => {
    button.dataset['armed'] = 'no'
    button.textContent = words
  }
  button.addEventListener('blur', rest)
  button.addEventListener('click', () => {
    if (button.dataset['armed'] === 'yes') {
      rest()
      clear()
      return
    }
    button.dataset['armed'] = 'yes'
    button.textContent = '真的全部清空？再按一次'
    // Safari does not focus a pressed button, and only a focused one can be left.
    button.focus()
  })
}
