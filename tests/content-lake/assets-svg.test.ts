/** @file What an SVG may not hold, however it is written. */
import { expect, test } from 'vitest'
import { svgFault } from '../../content-lake/assets/svg.ts'

test.each([
  ['uses itself', '<g id="a"><use href="#a"/></g>'],
  ['uses itself by another', '<g id="a"><use href="#b"/></g><g id="b"><use xlink:href=\'#a\'/></g>'],
  [
    'is blown up by uses of uses',
    Array.from({ length: 12 }, (_, n) => `<g id="g${n}">${`<use href="#g${n + 1}"/>`.repeat(9)}</g>`).join(
      '',
    ),
  ],
  ['nests without end', '<g>'.repeat(5000)],
  ['hides an import in a comment', '<style>@imp<!-- -->ort "http://evil.example/a.css"</style>'],
  [
    'hides an import between sections',
    '<style><![CDATA[@imp]]><![CDATA[ort "http://evil.example/"]]></style>',
  ],
  ['spells a function by escapes', '<rect style="fill:u\\72l(http://evil.example)"/>'],
  ['spells a function by idle escapes', '<rect fill="\\url(http://evil.example)"/>'],
  ['moves its base elsewhere', '<g xml:base="http://evil.example/"><use href="#a"/></g>'],
  [
    'names pictures by another function',
    '<style>a{background:image-set("http://evil.example/a" 1x)}</style>',
  ],
  ['hides letters by shifts', '<scr\x1b(Bipt>x()</script>'],
])('an SVG that %s is refused', (_, inside) => {
  expect(svgFault(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`)).toMatch(
    /^SVG/,
  )
})

const svg = (head: string, inside: string) =>
  `${head}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`

test('an SVG in a code where bytes hide letters is refused', () => {
  expect(svgFault(svg('<?xml version="1.0" encoding="ISO-2022-JP"?>', ''))).not.toBeNull()
  expect(svgFault(svg("<?xml version='1.0' encoding='utf-16'?>", ''))).not.toBeNull()
})

test('a drawing with a style, a comment and five hundred leaves is taken', () => {
  const leaves = `<defs><path id="leaf" d="M0 0h1"/></defs>${'<use href="#leaf"/>'.repeat(500)}`
  const style = '<style><![CDATA[.a > .b{fill:#c00}]]></style>'
  expect(svgFault(svg('<?xml version="1.0" encoding="UTF-8"?><!-- 校徽 -->', style + leaves))).toBeNull()
})

test('two megabytes of half-written marks are judged at once', () => {
  const marks = ['<!--', '<a "', '<use ', "<g id='", '<?xml ', ' on', 'url( ', '<style>', '\\', '@a', 'href ']
  const bytes = 1_900_000
  for (const mark of marks) {
    const started = process.cpuUsage().user
    svgFault(svg('', mark.repeat(bytes / mark.length)))
    // Anything worse than a few passes takes minutes.
    expect((process.cpuUsage().user - started) / 1e6, mark).toBeLessThan(20)
  }
})
