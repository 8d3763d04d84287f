/** @file Lists of words: the document type of `contracts/documents/words.ts` as a table of kinds. */
import type { AnyDocument } from '../contracts/documents/index.ts'
import { wordingCharactersMax } from '../contracts/documents/words.ts'
import { checkedTypes } from '../contracts/words/places.ts'
import { keyedList, list, object, oneOf, optional, text, textUpTo, type FieldsOf } from './kinds.ts'

const wordEntry = object('wordEntry', {
  words: textUpTo(wordingCharactersMax),
  instead: optional(list(text)),
  why: optional(text),
  except: optional(list(text)),
  types: optional(list(oneOf(...checkedTypes))),
})

export const wordShapes: { readonly wordList: FieldsOf<Extract<AnyDocument, { _type: 'wordList' }>> } = {
  wordList: { title: text, kind: oneOf('block', 'suggest'), entries: keyedList(wordEntry) },
}
