import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { zhHansLocale } from '@sanity/locale-zh-hans'
import type { LocaleDefinition, LocaleResourceRecord } from 'sanity'
import { expect, test } from 'vitest'
import { needlessWork } from '../../studio/build/needless-work.ts'
import { replaced } from '../../studio/build/replace.ts'
import { hardCodedWords } from '../../studio/strings/hard-coded.ts'
import { chineseWords } from '../../studio/strings/index.ts'

const require = createRequire(import.meta.url)
const library = join(dirname(require.resolve('sanity/package.json')), 'lib')

/** The keys and English words of a namespace, as the installed Sanity holds them. */
function englishOf(namespace: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const name of readdirSync(library)) {
    if (!name.endsWith('.js')) continue
    const text = readFileSync(join(library, name), 'utf8')
    const start = text.indexOf(`defineLocalesResources("${namespace}", {`)
    if (start < 0) continue
    const end =
      text.indexOf('\n})', start) < 0
        ? text.length
        : Math.min(...['\n})', '\t})'].map((mark) => text.indexOf(mark, start)).filter((at) => at > 0))
    for (const [, key = '', value = ''] of text
      .slice(start, end)
      .matchAll(/^\s*"?([\w.-]+)"?: "((?:[^"\\]|\\.)*)"/gmu))
      words.set(key, value)
  }
  return words
}

async function localeWords(namespace: string): Promise<Record<string, unknown>> {
  const [locale] = (zhHansLocale().i18n?.locales ?? []) as LocaleDefinition[]
  const bundle = locale?.bundles?.find((each) => each.namespace === namespace)
  const resources =
    typeof bundle?.resources === 'function' ? await bundle.resources() : (bundle?.resources ?? {})
  return (('default' in resources ? resources.default : resources) as LocaleResourceRecord) ?? {}
}

/** Chinese has one plural form; it stands under `_other`, or under the bare key. */
const singular = /_(?:one|zero|two|few|many)$/

test.each(['studio', 'structure', 'validation', 'copy-paste', 'comments', 'releases', 'singleDocRelease'])(
  'every word of the namespace %s is there in Chinese, since English is not even loaded',
  async (namespace) => {
    const chinese: Record<string, unknown> = { ...(await localeWords(namespace)), ...chineseWords[namespace] }
    const english = englishOf(namespace)
    expect(english.size).toBeGreaterThan(5)
    const missing = [...english.keys()].filter((key) => {
      if (key in chinese) return false
      const base = key.replace(singular, '')
      return !(singular.test(key) && (`${base}_other` in chinese || base in chinese))
    })
    expect(missing).toEqual([])
  },
)

test('our own words keep the places that Sanity fills in, and its marks, which would stand there as text', async () => {
  const places = (text: string) =>
    [...text.matchAll(/\{\{\s*(\w+)|<(\w+)/g)].map(([, place, mark]) => place ?? mark)
  for (const [namespace, words] of Object.entries(chineseWords)) {
    const english = englishOf(namespace)
    for (const [key, text] of Object.entries(words)) {
      const original = english.get(key)
      if (original === undefined) continue
      const known = new Set(places(original))
      expect(
        places(text).filter((name) => !known.has(name)),
        `${namespace} ${key}`,
      ).toEqual([])
    }
  }
})

test('every text that the build replaces still stands in the installed packages, or ours would be lost unseen', () => {
  const modules = dirname(dirname(library))
  const all = [hardCodedWords, needlessWork].flatMap((table) => Object.entries(table))
  for (const [folder, words] of all) {
    const sources = readdirSync(join(modules, folder))
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(modules, folder, name), 'utf8'))
    for (const english of Object.keys(words)) {
      expect(
        sources.some((source) => source.includes(english)),
        `${folder}: ${english}`,
      ).toBe(true)
    }
  }
})

test('only the code of packages is put into Chinese, and our own is left alone', () => {
  const inChinese = (path: string, text: string) => replaced([hardCodedWords], path, text)
  const source = 'const title = { title: "Uncaught error", status: "error" }'
  expect(inChinese('/x/node_modules/sanity/lib/index.js', source)).toBe(
    'const title = { title: "出错了", status: "error" }',
  )
  expect(inChinese('/x/studio/config.ts', source)).toBeNull()
  expect(inChinese('/x/node_modules/sanity/lib/index.js', 'nothing here')).toBeNull()
})
