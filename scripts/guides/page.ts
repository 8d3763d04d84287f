/** @file A guide as a page of docs/guides/ and as data for the Studio's 使用指南. Pure. */
import { pictureName } from './pictures.ts'
import type { Guide, Step } from './shape.ts'

/** What the Studio shows of a step; `studio/tools/guides/guide.ts` reads the same. */
export interface WrittenStep {
  say: string
  see?: string
  otherwise?: string
  /** `isTall`: taken on a phone. */
  picture?: { file: string; alt: string; isTall: boolean }
}

export interface WrittenGuide {
  name: string
  title: string
  opening: string
  roles: readonly string[]
  chapters: readonly { title: string; opening: string; steps: readonly WrittenStep[] }[]
}

function stepData({ name, viewport }: Guide, { say, see, otherwise, picture, as }: Step): WrittenStep {
  // The administrator sits at a desk, whoever's guide it is.
  const isTall = viewport.width < 600 && as !== 'admin'
  return {
    say,
    ...(see === undefined ? {} : { see }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(picture ? { picture: { file: pictureName(name, picture.name), alt: picture.alt, isTall } } : {}),
  }
}

export const guideData = (guide: Guide): WrittenGuide => ({
  ...{ name: guide.name, title: guide.title, opening: guide.opening, roles: guide.roles },
  chapters: guide.chapters.map(({ title, opening, steps }) => ({
    ...{ title, opening },
    steps: steps.map((step) => stepData(guide, step)),
  })),
})

/** From docs/guides/ to the pictures, which the Studio serves as well. */
const pictures = '../../studio/tools/guides/pictures'

const numerals = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
]

function stepLines({ say, see, otherwise, picture }: WrittenStep, index: number): string[] {
  return [
    `${index + 1}. **${say}**`,
    '',
    ...(see === undefined ? [] : [`   看到：${see}`, '']),
    ...(otherwise === undefined ? [] : [`   不是这样：${otherwise}`, '']),
    ...(picture ? [`   ![${picture.alt}](${pictures}/${picture.file})`, ''] : []),
  ]
}

/** The Markdown of docs/guides/<name>.md. */
export function guidePage(guide: Guide): string {
  const { title, opening, chapters } = guideData(guide)
  return [
    `# ${title}`,
    '',
    opening,
    '',
    '编辑台最上面一行的“使用指南”里也有这份指南，可以搜、可以放大字、可以打印。每一步都由程序在真的编辑台上照着做过，图也是那时候截的。',
    '',
    ...chapters.flatMap(({ title: chapter, opening: when, steps }, index) => [
      `## ${numerals[index] ?? index + 1}、${chapter}`,
      '',
      when,
      '',
      ...steps.flatMap(stepLines),
    ]),
  ].join('\n')
}
