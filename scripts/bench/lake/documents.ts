/** @file Documents for measuring: 76 % of one type, references, titles and text, all plainly invented. Pure. */
import type { LakeDocument } from '../../../content-lake/store/document.ts'

const WORDS = [
  '工资',
  '合同',
  '房屋',
  '借条',
  '离婚',
  '抚养',
  '租赁',
  '押金',
  '工伤',
  '继承',
  '噪音',
  '物业',
] as const
const SENTENCE = '遇到这样的事，先把能证明的材料留好，再到就近的法律服务窗口问一问，需要时可以申请法律援助。'
const DRAFT_EVERY = 20
const STEP = 7919

const word = (n: number) => WORDS[n % WORDS.length] ?? ''
const typeOf = (n: number) => {
  const place = n % 100
  if (place < 76) return 'legalQuestion'
  if (place < 86) return 'law'
  return place < 96 ? 'lawyer' : 'county'
}
export const idOf = (n: number) => `doc-${String(n).padStart(6, '0')}`

/** In ascending order of id; every twentieth has a draft beside it. */
export function makeDocuments(count: number): LakeDocument[] {
  const made: LakeDocument[] = []
  for (let n = 0; n < count; n++) {
    // The last tenth of what there is, so that a county is referred to by many.
    const county = idOf(n - (n % 100) + 96 + (n % 4))
    const minute = (n * STEP) % 500_000
    const document: LakeDocument = {
      _id: idOf(n),
      _type: typeOf(n),
      _rev: `rev-${n}`,
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString(),
      title: `${word(n)}与${word(n >> 4)}的第 ${n} 个问题`,
      slug: { _type: 'slug', current: `question-${n}` },
      rank: n % 40,
      county: { _type: 'reference', _ref: county },
      keywords: [word(n >> 2), word(n >> 3)],
      body: [0, 1, 2].map((block) => ({
        _type: 'block',
        _key: `b${block}`,
        style: 'normal',
        children: [{ _type: 'span', _key: 's', text: `${SENTENCE}${word(n + block)}${n % 97}${SENTENCE}` }],
      })),
    }
    made.push(document)
    if (n % DRAFT_EVERY === 0) made.push({ ...document, _id: `drafts.${idOf(n)}`, title: `草稿 ${n}` })
  }
  return made.sort((a, b) => (a._id < b._id ? -1 : 1))
}
