/**
 * @file Reads the page by the phone's own voice. The button shows only where a Chinese voice is.
 *
 * The text goes to the phone's speech engine; only voices that work on the phone itself are used, so that
 * nothing is sent to a service.
 */
import { sentences } from '../words/sentences.ts'

const speech: SpeechSynthesis | undefined = window.speechSynthesis
const box = document.querySelector<HTMLElement>('[data-read-aloud]')
const button = box?.querySelector('button')
let state: 'silent' | 'reading' = 'silent'

const chineseVoice = () =>
  speech
    ?.getVoices()
    .find(({ lang, localService }) => localService && /^(zh|cmn)\b/i.test(lang.replace('_', '-')))

/** What a person would read: headings, paragraphs and lists, without forms and links away. */
function pageText(): string[] {
  const parts = document.querySelectorAll<HTMLElement>(
    'main h1, main h2, main h3, main p, main li, main dt, main dd',
  )
  return [...parts]
    .filter((part) => !part.closest('form, nav, aside, .no-print, .tools, [hidden]'))
    .filter((part) => !part.querySelector('h1, h2, h3, p, li'))
    .flatMap((part) => sentences(`${part.innerText}。`.replace(/([。！？；])。$/, '$1')))
}

function stop(): void {
  state = 'silent'
  speech?.cancel()
  if (button) button.textContent = '读给我听'
}

function read(voice: SpeechSynthesisVoice): void {
  state = 'reading'
  if (button) button.textContent = '停下来'
  const pieces = pageText()
  const next = () => {
    const piece = pieces.shift()
    if (piece === undefined || state === 'silent') return stop()
    const words = new SpeechSynthesisUtterance(piece)
    words.voice = voice
    words.lang = voice.lang
    words.rate = 0.9
    words.onend = next
    words.onerror = stop
    speech?.speak(words)
  }
  next()
}

function show(): void {
  if (button && chineseVoice()) button.hidden = false
}

if (speech && button) {
  button.addEventListener('click', () => {
    const voice = chineseVoice()
    if (state === 'reading' || !voice) stop()
    else read(voice)
  })
  show()
  // Voices arrive late on most phones.
  speech.addEventListener?.('voiceschanged', show)
  addEventListener('pagehide', stop)
}
