/**
 * @file Shows the warnings: all of them in one live region, the grave ones also under their fields.
 *
 * The region is touched only when its words change, so that a screen reader does not repeat itself.
 */
import type { Blank, Warning, WarningLevel } from '../../papers/shape.ts'

const signs: Readonly<Record<WarningLevel, string>> = { stop: '要改', care: '当心', note: '说明' }

export interface Remarks {
  show(warnings: readonly Warning[], missing: readonly Blank[], labels: ReadonlyMap<string, string>): void
}

function item({ level, text, basis, about }: Warning, label: string | undefined): HTMLLIElement {
  const made = document.createElement('li')
  made.className = `remark ${level}`
  const sign = document.createElement('strong')
  sign.textContent = signs[level]
  made.append(sign, ` ${text}`)
  if (basis !== null) {
    const source = document.createElement('span')
    source.className = 'quiet'
    source.textContent = `依据：${basis}`
    made.append(' ', source)
  }
  if (about !== null && label !== undefined) {
    const link = document.createElement('a')
    link.href = `#field-${about}`
    link.textContent = `去看“${label}”`
    made.append(' ', link)
  }
  return made
}

/** What is good to know but needs no change, out of the way of what does. */
function folded(notes: HTMLUListElement, open: boolean): HTMLDetailsElement {
  const made = document.createElement('details')
  made.open = open
  const summary = document.createElement('summary')
  summary.textContent = `法律上的说明（${notes.childElementCount}条）`
  made.append(summary, notes)
  return made
}

export function remarksIn(region: HTMLElement, form: HTMLElement): Remarks {
  let shown = ''
  return {
    show(warnings, missing, labels) {
      const key = JSON.stringify([warnings, missing.map(({ name }) => name)])
      if (key === shown) return
      shown = key
      const lead = document.createElement('p')
      lead.textContent =
        missing.length === 0
          ? '该写的都写了。'
          : `还有${missing.length}处该写没写：${missing.map(({ label }) => label).join('、')}。`
      const listOf = (wanted: boolean): HTMLUListElement => {
        const list = document.createElement('ul')
        const chosen = warnings.filter(({ level }) => (level === 'note') === wanted)
        list.append(...chosen.map((each) => item(each, labels.get(each.about ?? ''))))
        return list
      }
      const grave = listOf(false)
      const notes = listOf(true)
      region.replaceChildren(
        lead,
        ...(grave.childElementCount === 0 ? [] : [grave]),
        ...(notes.childElementCount === 0
          ? []
          : [folded(notes, region.querySelector('details')?.open ?? false)]),
      )
      for (const place of Array.from(form.querySelectorAll<HTMLElement>('[data-warn]'))) {
        const here = warnings.filter(
          ({ about, level }) => about === place.dataset['warn'] && level !== 'note',
        )
        place.replaceChildren(
          ...here.map(({ level, text }) => {
            const line = document.createElement('p')
            line.className = `remark ${level}`
            line.textContent = `${signs[level]}：${text}`
            return line
          }),
        )
      }
    },
  }
}
