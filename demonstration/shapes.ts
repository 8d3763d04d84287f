/**
 * @file The contract's document types as tables of kinds.
 *
 * The compiler holds the tables to the contract: a type or a field that the contract names and the tables
 * lack, or a field that is required there and optional here, does not compile.
 */
import type { AnyDocument, DocumentType } from '../contracts/documents/index.ts'
import { knowledgeShapes } from './knowledge-shapes.ts'
import { placeShapes } from './place-shapes.ts'
import { practiceShapes } from './practice-shapes.ts'
import { signageShapes } from './signage-shapes.ts'
import { wordShapes } from './word-shapes.ts'
import type { FieldsOf } from './kinds.ts'

/** Trails are made by those who review, rules by an administrator: neither is content. */
type SampleType = Exclude<DocumentType, 'review' | 'reviewPolicy'>
type Shapes = { readonly [Type in SampleType]: FieldsOf<Extract<AnyDocument, { _type: Type }>> }

export const shapes: Shapes = {
  ...placeShapes,
  ...knowledgeShapes,
  ...practiceShapes,
  ...signageShapes,
  ...wordShapes,
}
