/** @file Uploads and transformed pictures: bytes that are not what they say, and measures that make no sense. */
import type { Dice } from './dice.ts'
import { search, type Ground, type Made } from './parts.ts'
import { words } from './values.ts'

const heads = [
  '\x89PNG\r\n\x1a\n',
  'GIF89a',
  '\xff\xd8\xff\xe0',
  'RIFF\x10\x00\x00\x00WEBPVP8 ',
  '%PDF-1.7',
  '<svg ',
  '\x00\x00\x00\x20ftypavif',
  'PK\x03\x04',
  '\x00\x00\x00\x18ftypmp42',
  '',
]

/** `POST /assets/…` */
export function upload(dice: Dice, { picture }: Ground): Made {
  const noise = Buffer.from(dice.many(0, 300, () => dice.int(256)))
  const broken = Buffer.from(picture)
  for (let count = dice.int(10); count > 0; count--) broken[dice.int(broken.length)] = dice.int(256)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${dice.pick(['width="1e999"', 'viewBox="0 0 9 9"', 'onload="x"', 'width="99999" height="99999"', ''])}>${dice.pick(['<script/>', '<!DOCTYPE a [<!ENTITY b "&b;&b;">]>&b;', '<image href="//x"/>', '<g>'.repeat(5_000), '<path d="M0 0"/>'])}</svg>`
  const body = dice.pick([
    Buffer.concat([Buffer.from(dice.pick(heads), 'latin1'), noise]),
    broken,
    picture.subarray(0, dice.int(picture.length)),
    Buffer.from(svg),
    noise,
  ])
  const names = search([
    ['filename', dice.pick(['a.png', '../../x.svg', '\u0000', 'x'.repeat(500), '图.svg', 'a.docx', ''])],
    ['title', dice.pick(words)],
    ['meta', dice.pick(['location', '', 'x,y'])],
  ])
  return { method: 'POST', path: `/v1/assets/${dice.pick(['images', 'files'])}/production?${names}`, body }
}

const sides = ['1', '0', '-1', '10', '1e3', '8192', '99999999', 'NaN', '', '0.4', '1,2', 'x', '0x10', ' 5']

/** `GET /images/…?…` */
export function transform(dice: Dice, { imagePath }: Ground): Made {
  const entries: [string, () => string][] = [
    ['w', () => dice.pick(sides)],
    ['h', () => dice.pick(sides)],
    ['fit', () => dice.pick(['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min', 'x'])],
    [
      'rect',
      () =>
        dice.pick([
          '0,0,10,10',
          '0,0,0,0',
          '-1,0,5,5',
          '1e9,1e9,1e9,1e9',
          '1,2,3',
          'x',
          '399,199,5,5',
          '0.5,0.5,0.5,0.5',
        ]),
    ],
    ['crop', () => dice.pick(['focalpoint', 'entropy', 'attention', 'top,left', '', 'x'])],
    ['fp-x', () => dice.pick(sides)],
    ['fm', () => dice.pick(['jpg', 'pjpg', 'png', 'webp', 'avif', 'gif', 'svg', 'x', ''])],
    ['q', () => dice.pick(sides)],
    ['bg', () => dice.pick(['fff', '00112233', 'zzz', '', 'f'])],
    ['blur', () => dice.pick(['0', '1', '50', '-5', 'x'])],
    ['sharp', () => dice.pick(sides)],
    ['or', () => dice.pick(['0', '90', '91', '270', '-90', 'x'])],
    ['flip', () => dice.pick(['h', 'v', 'hv', 'x', ''])],
    ['dpr', () => dice.pick(['1', '2', '0', '1e9', 'x'])],
    ['dl', () => dice.pick(words)],
    ['auto', () => 'format'],
  ]
  const asked = entries
    .filter(() => dice.chance(0.15))
    .map(([name, value]): [string, string] => [name, value()])
  const file = dice.pick([
    imagePath,
    imagePath,
    imagePath,
    '/images/pufa/production/..%2f..%2flake.db',
    '/files/pufa/production/%00',
    '/images/pufa/production/' + 'a'.repeat(40) + '-1x1.png',
  ])
  return {
    method: dice.pick(['GET', 'GET', 'HEAD']),
    path: `${file}?${search(asked)}`,
    headers: {
      ...(dice.chance(0.2)
        ? {
            range: dice.pick([
              'bytes=0-',
              'bytes=-5',
              'bytes=9-1',
              'bytes=0-0,2-3',
              'bytes=99999999-',
              'x',
              'bytes=-0',
            ]),
          }
        : {}),
      ...(dice.chance(0.3)
        ? { accept: dice.pick(['image/avif', 'image/webp', '*/*', 'x'.repeat(2_000)]) }
        : {}),
    },
    body: null,
  }
}
