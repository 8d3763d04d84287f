/**
 * @file What a guide is made of. A step's words and its act are one: the act is read from the words
 * (`deeds.ts`), so a button that is called otherwise breaks the walk and not only the page.
 */
import type { Stage } from './stage.ts'

export type GuideName = 'editor' | 'reviewer' | 'operator' | 'adviser'

/** A marked picture: of what is to be pressed, before it is pressed, or of what is seen afterwards. */
export interface Picture {
  /** Name of the file within the guide, in Latin letters. */
  name: string
  when: 'before' | 'after'
  /** For who does not see it. */
  alt: string
  /** Words of the screen that get a ring; left out: what the step presses, or what it says is seen. */
  ring?: readonly string[]
}

export interface Step {
  /** One action, in Chinese. Every “…” in it is on the screen, or is typed, unless `act` says how. */
  say: string
  /** What she sees afterwards. Every “…” in it must then be on the screen, unless `check` says how. */
  see?: string
  /** What to do if it looks otherwise. */
  otherwise?: string
  /** What others do meanwhile, off her screen. */
  before?: (stage: Stage) => Promise<void>
  /** Where the words alone do not carry the act. @param quoted what stands between the quotes of `say` */
  act?: (stage: Stage, quoted: readonly string[]) => Promise<void>
  /** Beside the words: what else must be so. Given, the quotes of `see` are its own to look at. */
  check?: (stage: Stage, quoted: readonly string[]) => Promise<void>
  picture?: Picture
  /** The sample account at whose own browser it is done, where that is somebody else. */
  as?: string
}

export interface Chapter {
  title: string
  /** When one needs it, in a sentence or two. */
  opening: string
  steps: readonly Step[]
}

export interface Guide {
  name: GuideName
  /** `编辑使用指南` */
  title: string
  /** Whose it is, and on what machine. */
  opening: string
  /** Roles of the lake that open the Studio's guides at this one. */
  roles: readonly string[]
  viewport: { width: number; height: number }
  /** What others have done before she comes. */
  before?: (stage: Stage) => Promise<void>
  chapters: readonly Chapter[]
}

/** What stands between Chinese quotes, in order; quotes within quotes belong to the words. */
export const quoted = (text: string): string[] =>
  [...text.matchAll(/“((?:[^“”]|“[^“”]*”)+)”/gu)].map(([, words = '']) => words)
