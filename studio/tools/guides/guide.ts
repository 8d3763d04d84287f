/**
 * @file The guides as data, which one is a person's own, and what a search finds in them. Pure.
 *
 * `written.json` and the pictures are made by `npm run guides` from steps that were walked in a real
 * browser; nothing of them is written by hand.
 */

export interface GuideStep {
  say: string
  see?: string
  otherwise?: string
  /** `isTall`: taken on a phone. */
  picture?: { file: string; alt: string; isTall: boolean }
}

export interface GuideChapter {
  title: string
  opening: string
  steps: readonly GuideStep[]
}

export interface Guide {
  name: string
  title: string
  opening: string
  roles: readonly string[]
  chapters: readonly GuideChapter[]
}

/** The guide that the address names, else that of the person's role, else the first. */
export function guideOf(
  guides: readonly Guide[],
  name: string | undefined,
  roles: readonly string[],
): Guide | null {
  const named = guides.find((guide) => guide.name === name)
  return (
    named ?? guides.find((guide) => guide.roles.some((role) => roles.includes(role))) ?? guides[0] ?? null
  )
}

export interface Found {
  guide: Guide
  chapter: GuideChapter
  /** From 1, as the address counts. */
  place: number
  step: GuideStep
}

const plain = (text: string): string => text.replaceAll(/[\s“”‘’，。、；：？！（）]/gu, '').toLowerCase()

/** Steps that hold every one of the words, parted by blanks, in themselves or in their chapter's name. */
export function search(guides: readonly Guide[], asked: string): readonly Found[] {
  const words = asked
    .split(/\s+/u)
    .map(plain)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return guides.flatMap((guide) =>
    guide.chapters.flatMap((chapter, index) =>
      chapter.steps.flatMap((step) => {
        const text = plain([chapter.title, step.say, step.see, step.otherwise].join(''))
        return words.every((word) => text.includes(word)) ? [{ guide, chapter, place: index + 1, step }] : []
      }),
    ),
  )
}

/** Where in the page a chapter stands. */
export const chapterId = (place: number): string => `guide-chapter-${place}`
