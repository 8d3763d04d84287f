/** @file What people answer or send: the document types of `practice.ts` and `desk.ts` as tables of kinds. */
import type { AnyDocument } from '../contracts/documents/index.ts'
import {
  citation,
  day,
  keyedList,
  list,
  object,
  oneOf,
  optional,
  reference,
  text,
  textUpTo,
  whole,
  type FieldsOf,
} from './kinds.ts'

/** It is read aloud on a square. */
const quizCharactersMax = 80
/** As `reportTextMax` of the contract. */
const reportCharactersMax = 200
const citations = optional(keyedList(citation, 0))

type PracticeType = 'quizQuestion' | 'checkupItem' | 'errorReport' | 'tableImport' | 'deskNote'
type Of<Type> = FieldsOf<Extract<AnyDocument, { _type: Type }>>

export const practiceShapes: { readonly [Type in PracticeType]: Of<Type> } = {
  quizQuestion: {
    title: textUpTo(quizCharactersMax),
    choices: list(text, 2),
    answer: whole(1, 4),
    explanation: text,
    topics: list(reference('topic')),
    audiences: optional(list(reference('audience'), 0)),
    citations,
  },
  checkupItem: {
    title: text,
    area: text,
    order: whole(1, 999),
    riskyAnswer: oneOf('yes', 'no'),
    risk: text,
    advice: text,
    related: optional(list(reference('legalQuestion'), 0)),
    citations,
  },
  errorReport: {
    receipt: text,
    path: text,
    text: textUpTo(reportCharactersMax),
    receivedAt: text,
    state: oneOf('received', 'corrected', 'answered'),
    answer: optional(text),
    answeredOn: optional(day),
  },
  tableImport: {
    county: optional(reference('county')),
    run: text,
    part: text,
    list: text,
    file: text,
    startedAt: text,
    author: text,
    documents: whole(1, 10_000),
    transaction: text,
    entries: keyedList(
      object('importedDocument', {
        id: text,
        title: text,
        was: oneOf('nothing', 'published', 'itself'),
        base: optional(text),
        before: optional(text),
      }),
      1,
    ),
    undoneAt: optional(text),
    left: optional(list(text)),
  },
  deskNote: {
    county: optional(reference('county')),
    kind: oneOf('search', 'answer', 'plan', 'citation'),
    subject: text,
    outcome: optional(oneOf('ignored', 'written', 'joined')),
    text: optional(text),
    about: optional(list(text)),
    author: text,
    writtenAt: text,
  },
}
