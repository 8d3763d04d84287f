/**
 * @file Reads the shapes of all documents out of `contracts/documents`, by the compiler's own eyes, so
 * that the Studio's schema can be held against them without a second list.
 */
import ts from 'typescript'
import { dirname, join } from 'node:path'

export interface ContractField {
  optional: boolean
  /** `string`, `number`, `boolean`, `array`, `object`, or the `_type` of an object that has one. */
  kind: string
  /** The literal strings a field may hold; empty where any may stand. */
  literals: string[]
}

export type ContractTypes = Record<string, Record<string, ContractField>>

const root = dirname(dirname(import.meta.dirname))
const entry = join(root, 'contracts/documents/index.ts')
const ofEveryDocument = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt'])

function literalsOf(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type]
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
}

export function readContract(): ContractTypes {
  const program = ts.createProgram([entry], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const file = source && checker.getSymbolAtLocation(source)
  const any = file && checker.getExportsOfModule(file).find(({ name }) => name === 'AnyDocument')
  if (!any) throw new Error('contracts/documents exports no AnyDocument')
  const union = checker.getDeclaredTypeOfSymbol(any)
  if (!union.isUnion()) throw new Error('AnyDocument is no union')

  const kindOf = (type: ts.Type): string => {
    const plain = checker.getNonNullableType(type)
    if (checker.isArrayType(plain) || checker.typeToString(plain).startsWith('readonly ')) return 'array'
    const parts = plain.isUnion() ? plain.types : [plain]
    if (parts.every(({ flags }) => flags & ts.TypeFlags.NumberLike)) return 'number'
    if (plain.flags & (ts.TypeFlags.BooleanLike | ts.TypeFlags.Boolean)) return 'boolean'
    if (plain.flags & ts.TypeFlags.StringLike || literalsOf(plain).length > 0) return 'string'
    const tag = checker.getPropertyOfType(plain, '_type')
    return (tag && literalsOf(checker.getTypeOfSymbol(tag))[0]) ?? 'object'
  }

  return Object.fromEntries(
    union.types.map((document) => {
      const tag = document.getProperty('_type')
      const name = tag ? (literalsOf(checker.getTypeOfSymbol(tag))[0] ?? '') : ''
      const fields = document
        .getProperties()
        .filter((field) => !ofEveryDocument.has(field.name))
        .map((field): [string, ContractField] => {
          const type = checker.getTypeOfSymbol(field)
          return [
            field.name,
            {
              optional: (field.flags & ts.SymbolFlags.Optional) !== 0,
              kind: kindOf(type),
              literals: literalsOf(checker.getNonNullableType(type)),
            },
          ]
        })
      return [name, Object.fromEntries(fields)]
    }),
  )
}
