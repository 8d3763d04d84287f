/**
 * @file Forms in a copy without a program: what a script on the phone can do stays, the rest says so. Pure.
 *
 * The large-text switch becomes a button, the search box and the box for an article's number are marked
 * for `site/phone/exported.ts`. A form without an address, or one that names the data it works with, is
 * its own script's affair. A filter becomes links, one for each of its choices: each leads to a page of the
 * copy. Everything else gives way to a sentence.
 */
import { isPublic } from '../share/link.ts'
import { unescaped } from './tags.ts'
import { hrefOf, placeOf, type Copy } from './places.ts'

const form = /<form\b([^>]*)>([\s\S]*?)<\/form\s*>/g
const sizeButtons =
  '<div class="switch"><button type="button" data-exported-size="largest" hidden>再大些</button> ' +
  '<button type="button" data-exported-size="large" hidden>大字版</button></div>'

export function exportForms(html: string, copy: Copy): string {
  const isElsewhere = copy.sourceOrigin !== null && isPublic(copy.sourceOrigin)
  const elsewhere = !isElsewhere ? '' : `，或到原网站 ${copy.sourceOrigin} 办理`
  const sentence = `<p class="note no-print">这是不连服务器的副本，这里不能筛选和提交。请打热线问${elsewhere}。</p>`
  return html.replace(form, (whole: string, attributes: string, body: string) => {
    const action = /\saction="([^"]*)"/.exec(attributes)?.[1]
    if (action === '/large-text') return sizeButtons
    if (action === undefined || /\sdata-[\w-]+="\/data\/[\w-]+\.json"/.test(attributes)) return whole
    const box = action === '/search' ? 'q' : /\sname="article"/.test(body) ? 'article' : null
    const place = placeOf(action)
    if (box === null || place === null) return choices(action, attributes, body) ?? sentence
    const rest = attributes.replace(/\s(?:action|method)="[^"]*"/g, '')
    return `<form${rest} action="${hrefOf(place, action, copy)}" data-exported="${box}">${body}</form>`
  })
}

const select = /<label for="[^"]*">([^<]*)<\/label>\s*<select[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g

/** @returns null where the form is no filter of lists to choose from */
function choices(action: string, attributes: string, body: string): string | null {
  if (!/\smethod="get"/.test(attributes) || placeOf(action) === null) return null
  const groups = [...body.matchAll(select)].flatMap(([, label = '', name = '', options = '']) => {
    const links = [...options.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)</g)].map(
      ([, value = '', text = '']) =>
        `<li><a href="${action}?${name}=${encodeURIComponent(unescaped(value))}">${text}</a></li>`,
    )
    if (links.length === 0) return []
    return [`<p><strong>${label}</strong></p><ul class="choices">${links.join('')}</ul>`]
  })
  return groups.length === 0 ? null : `<div class="stack no-print">${groups.join('')}</div>`
}
