/**
 * @file Search on the phone, without a server: the same index as the server's, built from the page's data.
 *
 * The words stand behind the `#` of the address or in the query of a form that script did not catch; they
 * are sent nowhere.
 */
import type { SearchSource } from '../content/search-source.ts'
import {
  buildSearchIndex,
  type SearchableLaw,
  type SearchableTopic,
  type SearchIndex,
  type SearchResult,
} from '../search/search-index.ts'
import { foundTypes } from '../words/labels.ts'

interface SearchData {
  sources: SearchSource[]
  topics: SearchableTopic[]
  laws: SearchableLaw[]
}

const part = document.getElementById('phone-search')
const form = part?.querySelector('form')
const box = part?.querySelector('input')
const answers = document.getElementById('answers')
const title = document.getElementById('found')
const list = document.getElementById('results')
const nothing = document.getElementById('nothing')

let index: Promise<SearchIndex> | null = null
let topicTitles = new Map<string, string>()

async function load(): Promise<SearchIndex> {
  const response = await fetch(part?.dataset['index'] ?? '')
  if (!response.ok) throw new Error(`the search data answered ${response.status}`)
  const data = (await response.json()) as SearchData
  topicTitles = new Map(data.topics.map((topic) => [topic.slug, topic.title]))
  return buildSearchIndex(data.sources, data.topics, data.laws)
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}

/** As the search page of the server writes it. */
function line({ type, title: name, url, topics, summary }: SearchResult): HTMLElement {
  const item = document.createElement('li')
  const link = element('a', 'name', name)
  link.setAttribute('href', url)
  const marks = element('p', 'marks', '')
  marks.append(element('b', '', foundTypes[type]))
  for (const slug of topics.slice(0, 3)) marks.append(element('span', '', topicTitles.get(slug) ?? ''))
  item.append(link, element('p', '', summary), marks)
  return item
}

function wanted(): string {
  const behind = new URLSearchParams(location.hash.slice(1)).get('q')
  return (behind ?? new URLSearchParams(location.search).get('q') ?? '').trim()
}

async function answer(query: string): Promise<void> {
  if (!answers || !title || !list || !nothing) return
  list.textContent = ''
  nothing.hidden = query !== ''
  answers.hidden = query === ''
  if (query === '') return
  title.textContent = '正在找……'
  try {
    const loaded = index ?? load()
    index = loaded
    const results = (await loaded).find(query)
    title.textContent = results.length > 0 ? `找到${results.length}条` : `没有找到“${query}”，换个说法再试`
    list.append(...results.map(line))
    nothing.hidden = results.length > 0
  } catch (error) {
    index = null
    title.textContent = '没有网络，检索资料也没有存在手机里。请连上网再试，或者打热线问。'
    nothing.hidden = false
    if (!(error instanceof TypeError)) throw error
  }
}

function show(): void {
  if (box) box.value = wanted()
  void answer(wanted())
}

if (part && form) {
  part.hidden = false
  document.getElementById('search-needs-script')?.setAttribute('hidden', '')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const next = `#q=${encodeURIComponent(box?.value.trim() ?? '')}`
    if (location.hash === next) show()
    else location.hash = next
  })
  addEventListener('hashchange', show)
  show()
}
