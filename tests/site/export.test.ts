/** @file The copy of the site as plain files: every address has one place, and nothing leads out of it. */
import { describe, expect, test } from 'vitest'
import { exportForms } from '../../site/export/forms.ts'
import { leftovers } from '../../site/export/leftovers.ts'
import { exportPage, redirectPage } from '../../site/export/page.ts'
import { fileOf, hrefOf, placeOf, type Copy, type Place } from '../../site/export/places.ts'
import { exportTools } from '../../site/export/tools.ts'
import {
  exportAddress,
  exportCss,
  exportJson,
  exportScript,
  exportXml,
  scriptsOf,
} from '../../site/export/text.ts'

const copy: Copy = { base: '/pufa/', origin: null, sourceOrigin: null }
const hosted: Copy = { base: '/pufa/', origin: 'https://new.example', sourceOrigin: 'https://old.example' }
const ignore = () => undefined

describe('where an address stands', () => {
  test.each([
    ['/', '/pufa/', 'index.html'],
    ['/questions', '/pufa/questions/', 'questions/index.html'],
    ['/questions/wages#report', '/pufa/questions/wages/#report', 'questions/wages/index.html'],
    ['/questions?topic=wages', '/pufa/questions/topic/wages/', 'questions/topic/wages/index.html'],
    [
      '/lawyers?topic=a&county=b&page=2',
      '/pufa/lawyers/county/b/page/2/topic/a/',
      'lawyers/county/b/page/2/topic/a/index.html',
    ],
    ['/questions?utm_source=x', '/pufa/questions/', 'questions/index.html'],
    ['/search?q=欠薪', '/pufa/search/', 'search/index.html'],
    ['/laws/%E7%A4%BA', '/pufa/laws/%E7%A4%BA/', 'laws/示/index.html'],
    ['/_astro/a.b-C.css', '/pufa/_astro/a.b-C.css', '_astro/a.b-C.css'],
    [
      '/images/p/d/ab-9x9.png?w=640&auto=format&q=72',
      '/pufa/pictures/ab-9x9-640.webp',
      'pictures/ab-9x9-640.webp',
    ],
    [
      '/images/p/d/ab-9x9.png?rect=1,2,3,4&w=640&auto=format',
      '/pufa/pictures/ab-9x9-1x2x3x4-640.webp',
      'pictures/ab-9x9-1x2x3x4-640.webp',
    ],
    ['/images/p/d/ab-9x9.svg', '/pufa/pictures/ab-9x9.svg', 'pictures/ab-9x9.svg'],
    ['/files/p/d/ab.mp3', '/pufa/files/p/d/ab.mp3', 'files/p/d/ab.mp3'],
  ])('%s stands at %s', (address, href, file) => {
    const place = placeOf(address) as Place
    expect(hrefOf(place, address, copy)).toBe(href)
    expect(fileOf(place)).toBe(file)
  })
  test.each([
    '/studio/',
    '/login',
    '/account',
    '/accounts/log',
    '/player/',
    '/api/search?q=x',
    '/large-text',
    '/s/ABCDEFG',
    '/report',
    '/share/ABCDEFG',
    '/villages/1/signs',
    '/v1/x',
  ])('%s has no place, since only a program answers it', (address) => expect(placeOf(address)).toBeNull())
  test('an address asked for twice is one place, so that no page overwrites another', () => {
    expect(placeOf('/questions/')).toEqual(placeOf('/questions'))
    expect(placeOf('/lawyers?b=1&county=x&topic=y')).toEqual(placeOf('/lawyers?topic=y&county=x'))
    expect(placeOf('/murals/a')).not.toEqual(placeOf('/murals/b'))
  })
  test('a value cannot lead out of the folder', () => {
    for (const value of ['../../etc', '..', '/etc/passwd', '\\..\\x', '%2e%2e/x'])
      expect(fileOf(placeOf(`/questions?topic=${encodeURIComponent(value)}`) as Place)).toMatch(
        /^questions\/topic\/[^/\\]+\/index\.html$/,
      )
  })
})

describe('a page', () => {
  const place = placeOf('/questions?topic=wages') as Place
  const html =
    '<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://old.example/questions">' +
    '<link rel="stylesheet" href="/_astro/a.css"><script type="application/ld+json">' +
    '{"url":"https://old.example/questions/wages","@context":"https://schema.org","potentialAction":{"x":"/search"}}' +
    '</script></head><body><a href="/questions?topic=land&amp;page=2#x">甲 &amp; 乙 > 丙</a><a href="/studio/">台</a>' +
    '<a href="tel:12348">12348</a><a href="#main">跳</a><a href="https://elsewhere.example/questions">别处</a>' +
    '<img src="/images/p/d/a-9x9.png?w=640&amp;auto=format" srcset="/images/p/d/a-9x9.png?rect=0,0,1,1&amp;w=160&amp;auto=format 160w, /images/p/d/a-9x9.png?w=320&amp;auto=format 320w">' +
    '<div data-index="/data/search.json" data-words="1/2 是" data-options=\'{"at": "/lawyers/"}\' hidden></div>' +
    '<p class="only-print">本页地址：https://old.example/questions</p></body></html>'
  const made = (to: Copy, found: (place: Place) => void = ignore) =>
    exportPage(
      { html, place, policy: "default-src 'none'; script-src 'self'; frame-ancestors 'none'" },
      to,
      found,
    )

  test('has every address of its own rewritten and every other left alone', () => {
    const page = made({ ...copy, sourceOrigin: 'https://old.example' })
    for (const part of [
      'href="/pufa/_astro/a.css"',
      'href="/pufa/questions/page/2/topic/land/#x"',
      '甲 &amp; 乙 > 丙',
      '<a>台</a>',
      'href="tel:12348"',
      'href="#main"',
      'href="https://elsewhere.example/questions"',
      'src="/pufa/pictures/a-9x9-640.webp"',
      'srcset="/pufa/pictures/a-9x9-0x0x1x1-160.webp 160w, /pufa/pictures/a-9x9-320.webp 320w"',
      'data-index="/pufa/data/search.json"',
      'data-words="1/2 是"',
      'data-options="{&quot;at&quot;:&quot;/pufa/lawyers/&quot;}"',
      '"url":"/pufa/questions/wages/"',
      '"@context":"https://schema.org"',
      '本页地址：/pufa/questions/topic/wages/<',
    ])
      expect(page).toContain(part)
    expect(page).not.toMatch(/old\.example|canonical|potentialAction/)
  })
  test('names the new host where it is known', () => {
    const page = made(hosted)
    expect(page).toContain('<link rel="canonical" href="https://new.example/pufa/questions/topic/wages/">')
    expect(page).toContain('"url":"https://new.example/pufa/questions/wages/"')
    expect(page).toContain('本页地址：https://new.example/pufa/questions/topic/wages/<')
  })
  test('carries the policy of the program, without what a page cannot say of itself', () => {
    expect(made(copy)).toContain(
      '<meta http-equiv="content-security-policy" content="default-src \'none\'; script-src \'self\'">',
    )
  })
  test('tells of everything that it leads to, each in its own kind', () => {
    const found: string[] = []
    made(copy, ({ kind, path }) => found.push(`${kind} ${path}`))
    expect(new Set(found)).toEqual(
      new Set([
        'file _astro/a.css',
        'page questions/page/2/topic/land/',
        'picture pictures/a-9x9-640.webp',
        'picture pictures/a-9x9-0x0x1x1-160.webp',
        'picture pictures/a-9x9-320.webp',
        'file data/search.json',
        'page lawyers/',
      ]),
    )
  })
  test('is the same when it is made again from the copy at the root of a host', () => {
    const atRoot: Copy = { base: '/', origin: null, sourceOrigin: null }
    const once = exportPage(
      { html: '<a href="/questions?topic=a">x</a>', place, policy: null },
      atRoot,
      ignore,
    )
    expect(exportPage({ html: once, place, policy: null }, atRoot, ignore)).toBe(once)
  })
})

describe('forms', () => {
  test.each([
    [
      '<form class="switch" action="/large-text" method="post"><button>大</button></form>',
      /data-exported-size="large" hidden/,
    ],
    [
      '<form class="ask" action="/search" method="get"><input name="q"></form>',
      /^<form class="ask" action="\/pufa\/search\/" data-exported="q"><input name="q"><\/form>$/,
    ],
    [
      '<form action="/laws/civil-code" method="get"><input name="article"></form>',
      /action="\/pufa\/laws\/civil-code\/" data-exported="article"/,
    ],
    ['<form data-roster="/data/lawyers.json" action="/lawyers"><select></select></form>', /<select>/],
    ['<form id="licence"><input></form>', /<input>/],
    [
      '<form action="/lawyers" method="get"><select></select></form>',
      /^<p class="note no-print">.*热线.*<\/p>$/,
    ],
    [
      '<form action="/places" method="get"><label for="f">县</label><select id="f" name="county"><option value="">不限</option><option value="a&amp;b" selected>甲</option></select></form>',
      /^<div class="stack no-print"><p><strong>县<\/strong><\/p><ul class="choices"><li><a href="\/places\?county=a%26b">甲<\/a><\/li><\/ul><\/div>$/,
    ],
    ['<form action="/report" method="post"><textarea></textarea></form>', /^<p class="note no-print">/],
  ])('%s', (form, wanted) => {
    expect(exportForms(form, copy)).toMatch(wanted)
  })
})

describe('the foot of a page', () => {
  const foot =
    '<section class="tools" aria-labelledby="tools"><form action="/choose"></form><a href="/share/ABCDEFG">x</a>' +
    '<div class="paper-code"><svg class="qr"><path d="M0"/></svg><p>http://localhost:1/s/ABCDEFG</p></div></section>'
  test('gets the code of the new host, since the old one would lead to the machine that made the copy', () => {
    const made = exportTools(foot, hosted)
    expect(made).toContain('https://new.example/pufa/s/ABCDEFG/')
    expect(made).toMatch(/<path d="M0 0h7v1h-7z/)
    expect(made).not.toMatch(/localhost|form|share/)
  })
  test('has no code where nobody has said which host that is', () => {
    expect(exportTools(`<p>a</p>${foot}<p>b</p>`, copy)).toBe('<p>a</p><p>b</p>')
  })
})

describe('other files', () => {
  test('style sheets, data, feeds and scripts have the copy’s addresses', () => {
    expect(exportCss("a{b:url('/icons/a.svg') url(data:x)}", copy, ignore)).toBe(
      "a{b:url('/pufa/icons/a.svg') url(data:x)}",
    )
    const json = exportJson('{"path":"/laws/a","words":"/ 是或","list":["/data/a.json"],"n":1}', copy, ignore)
    expect(JSON.parse(json)).toEqual({
      path: '/pufa/laws/a/',
      words: '/ 是或',
      list: ['/pufa/data/a.json'],
      n: 1,
    })
    const feed = '<link>/questions?topic=a&amp;page=2</link><atom:link rel="self" href="/feed.xml"/>'
    expect(exportXml(feed, { ...copy, origin: 'https://new.example' }, ignore)).toBe(
      '<link>https://new.example/pufa/questions/page/2/topic/a/</link>' +
        '<atom:link rel="self" href="https://new.example/pufa/feed.xml"/>',
    )
    expect(exportXml('<loc>https://old.example/</loc>', hosted, ignore)).toBe(
      '<loc>https://new.example/pufa/</loc>',
    )
  })
  test('a script’s strings are changed where they name a part of the copy, and nowhere else', () => {
    const firsts = new Set(['lawyers', 'offline-worker'])
    const script =
      'f(`/lawyers/${x}`,"/offline-worker.js",\'/lawyers\',"/lawyersome","a/lawyers/",/^\\/lawyers\\//)'
    expect(exportScript(script, copy, firsts)).toBe(
      'f(`/pufa/lawyers/${x}`,"/pufa/offline-worker.js",\'/pufa/lawyers\',"/lawyersome","a/lawyers/",/^\\/lawyers\\//)',
    )
    expect(scriptsOf('import"./a.B-1.js";import("./c.js")', '/_astro/x.js')).toEqual([
      '/_astro/a.B-1.js',
      '/_astro/c.js',
    ])
  })
  test('a code leads on by itself and by a link, and cannot carry markup', () => {
    const page = redirectPage('/questions/wages', '<b>&', copy) ?? ''
    expect(page).toContain('content="0; url=/pufa/questions/wages/"')
    expect(page).toContain('<a href="/pufa/questions/wages/">&lt;b>&amp;</a>')
    expect(redirectPage('https://elsewhere.example/', 'x', copy)).toBeNull()
    expect(redirectPage('/studio/', 'x', copy)).toBeNull()
  })
  test('who wants to report an error is led to the telephone number, since no program takes reports', () => {
    expect(exportAddress('/report?about=%2Fnews', copy, ignore)).toBe('/pufa/about/#report')
  })
})

describe('what is left is found', () => {
  const firsts = new Set(['lawyers', 'data'])
  test.each([
    ['a.html', '<a href="/questions/">'],
    ['a.html', '<img srcset="/pufa/a.webp 1w, /images/b.webp 2w">'],
    ['a.html', '<div data-index="/data/a.json">'],
    ['a.html', '<meta http-equiv="refresh" content="0; url=/s/">'],
    ['a.html', '<p>http://localhost:4321/x</p>'],
    ['a.css', 'a{b:url(/icons/a.svg)}'],
    ['a.json', '{"path":"/lawyers/x"}'],
    ['a.js', 'fetch("/data/a.json")'],
    ['a.xml', '<loc>/questions</loc>'],
    ['a.xml', '<loc>http://127.0.0.1:4321/</loc>'],
  ])('%s with %s is not finished', (file, text) => {
    expect(leftovers(file, text, copy, firsts)).toHaveLength(1)
  })
  test.each([
    [
      'a.html',
      '<a href="/pufa/questions/">甲/乙</a><a href="#x"><a href="//elsewhere.example/"><div data-x="/ 是">',
    ],
    ['a.js', 'fetch("/pufa/data/a.json");"/unknown/x"'],
    ['offline-worker.js', '"/data/a.json"'],
    ['a.json', '{"words":"/ 是"}'],
  ])('%s with %s is', (file, text) => {
    expect(leftovers(file, text, copy, firsts)).toEqual([])
  })
})
