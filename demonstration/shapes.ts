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
import type { FieldsOf } from './kinds.ts'

type Shapes = { readonly [Type in DocumentType]: FieldsOf<Extract<AnyDocument, { _type: Type }>> }

export const shapes: Shapes = { ...placeShapes, ...knowledgeShapes, ...practiceShapes, ...signageShapes }
