/** @file What people answer for themselves: quiz questions of a fair, and the check-up list of a firm. */
import type { Citation, Document, Keyed, Reference } from './base.ts'

/** One question of the quiz wheel; its answer is told with the reason. */
export interface QuizQuestion extends Document<'quizQuestion'> {
  /** The question itself, at most 80 characters: it is read aloud on a square. */
  title: string
  /** Two to four. */
  choices: readonly string[]
  /** The place of the right choice, from 1. */
  answer: number
  /** One or two plain sentences. */
  explanation: string
  topics: readonly Reference[]
  /** Left out: for everybody. */
  audiences?: readonly Reference[]
  citations?: readonly Keyed<Citation>[]
}

/** One question of 法治体检, asked of a firm: yes or no, and which of the two is a risk. */
export interface CheckupItem extends Document<'checkupItem'> {
  /** Put so that it can be answered with 是 or 否. */
  title: string
  /** The part of the firm's life that it belongs to: 劳动用工, 合同管理. */
  area: string
  /** Place in the list, from 1. */
  order: number
  riskyAnswer: 'yes' | 'no'
  /** What can happen. */
  risk: string
  /** What to do about it. */
  advice: string
  related?: readonly Reference[]
  citations?: readonly Keyed<Citation>[]
}
