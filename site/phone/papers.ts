/**
 * @file Makes a document on the reader's phone: form, live document, warnings, keys.
 *
 * What is typed stays in this page and in this phone's store. It asks the network for nothing but the code
 * of the one paper. Until that code is there the page remains what it is without script: a blank form.
 */
import { missing } from '../papers/checks/writing.ts'
import { relevant } from '../papers/read.ts'
import { plainText } from '../papers/plain-text.ts'
import { blanksOf, type Facts, type Paper, type Values } from '../papers/shape.ts'
import { paperForm } from './papers/form.ts'
import { keepFor } from './papers/keep.ts'
import { wireKeys } from './papers/keys.ts'
import { remarksIn } from './papers/remarks.ts'
import { drawSheet } from './papers/sheet.ts'

const kinds: Readonly<Record<string, () => Promise<Paper>>> = {
  'loan-note': () => import('../papers/kinds/loan-note.ts').then((kind) => kind.loanNote),
  'debt-note': () => import('../papers/kinds/debt-note.ts').then((kind) => kind.debtNote),
  'repayment-agreement': () =>
    import('../papers/kinds/repayment-agreement.ts').then((kind) => kind.repaymentAgreement),
  'labour-arbitration': () =>
    import('../papers/kinds/labour-arbitration.ts').then((kind) => kind.labourArbitration),
  'loan-complaint': () => import('../papers/kinds/loan-complaint.ts').then((kind) => kind.loanComplaint),
  'support-agreement': () =>
    import('../papers/kinds/support-agreement.ts').then((kind) => kind.supportAgreement),
}

const notKept =
  '这部手机不让网页保存内容（可能开了无痕浏览，或者存满了）。刷新、关掉以后就没有了，请写完马上打印或者复制。'

function isSame(a: Values, b: Values): boolean {
  const names = Object.keys({ ...a, ...b })
  return names.every((name) => (a[name] ?? '') === (b[name] ?? ''))
}

function part(desk: HTMLElement, name: string): HTMLElement {
  const found = desk.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (!found) throw new Error(`the page has no part ${name}`)
  return found
}

function open(desk: HTMLElement, paper: Paper): void {
  const get = (name: string) => part(desk, name)
  const element = get('form')
  if (!(element instanceof HTMLFormElement)) throw new Error('the part named form is no form')
  const form = paperForm(element, paper)
  const labels = new Map(blanksOf(paper).map(({ name, label }) => [name, label]))
  const keep = keepFor(paper.slug, new Set(labels.keys()))
  const remarks = remarksIn(get('remarks'), element)
  const facts: Facts = {
    // The page's day: the clocks of old phones go wrong.
    today: desk.dataset['today'] ?? '',
    loanPrimeRate: JSON.parse(desk.dataset['rate'] ?? 'null') as Facts['loanPrimeRate'],
  }
  const sheet = get('sheet')
  /** True while another tab has other words and the reader has not chosen. */
  let divided = false
  /** True while the address asks for the empty form; what was typed is left alone. */
  const wantsBlank = () => location.hash === '#blank'

  const shown = (): Values => (wantsBlank() ? {} : relevant(paper, form.values()))
  const tell = (words: string) => {
    const notice = get('notice')
    notice.textContent = words
    notice.hidden = words === ''
  }
  const judge = () => {
    const values = relevant(paper, form.values())
    remarks.show(paper.warnings(values, facts), missing(paper.groups, values), labels)
  }
  const redraw = () => {
    form.follow(relevant(paper, form.values()))
    drawSheet(sheet, paper.compose(shown()))
  }
  const save = () => {
    if (!divided) tell(keep.write(form.values()) ? '' : notKept)
  }
  const settle = (values: Values) => {
    divided = false
    get('other').hidden = true
    form.fill(values)
    redraw()
    judge()
  }
  const showMode = () => {
    const blank = wantsBlank()
    get('writing').hidden = blank
    get('blank-note').hidden = !blank
    get('clear').hidden = blank
    redraw()
    if (blank) sheet.scrollIntoView()
  }

  form.onInput(() => {
    redraw()
    save()
  })
  form.onSettled(judge)
  form.onDone(() => {
    judge()
    sheet.focus({ preventScroll: true })
    sheet.scrollIntoView()
  })
  keep.watch((values) => {
    divided = !isSame(values ?? {}, form.values())
    if (!divided) return
    get('other').hidden = false
    get('other-words').textContent =
      values === null
        ? '这份文书在另一个窗口里清空了。这里还留着您写的，暂时不再保存。'
        : '这份文书在另一个窗口里改过。这里还是原来的，暂时不再保存。'
  })
  get('take-other').addEventListener('click', () => settle(keep.read()))
  get('keep-mine').addEventListener('click', () => {
    settle(form.values())
    save()
  })
  wireKeys(
    { keys: get('keys'), said: get('said'), inWeChat: get('wechat'), byHand: get('by-hand') },
    {
      title: paper.title,
      text: () => plainText(paper.compose(shown())),
      clear() {
        const done = keep.clear()
        settle({})
        return done ? '已清空，这部手机上没有留下。' : '页面上已清空；这部手机不让网页保存，本来就没有留下。'
      },
    },
  )
  get('address').textContent = location.origin + location.pathname
  get('plain').hidden = true
  element.hidden = false
  settle(keep.read())
  showMode()
  window.addEventListener('hashchange', showMode)
  // Said at once, not after the first word.
  if (!keep.works()) tell(notKept)
}

const desk = document.querySelector<HTMLElement>('[data-paper]')
const load = kinds[desk?.dataset['paper'] ?? '']
if (desk && load) void load().then((paper) => open(desk, paper))
