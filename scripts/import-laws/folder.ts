/**
 * @file The files of a folder of statutes, read and parsed, as they lie.
 *
 * Names are relative to the root and use `/`, so that messages read alike everywhere.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseText, type ParsedText } from './parse.ts'

const fileBytesMax = 8 * 1024 * 1024
export const isFront = (name: string) => /^readme\.md$/i.test(name)

export interface Folder {
  /** Relative to the root; empty for the root itself. */
  path: string
  texts: ReadonlyMap<string, ParsedText>
  versions: string | null
  folders: readonly Folder[]
  /** Files that are no texts. */
  others: readonly string[]
}

/** @returns the text, or `null` when it is too large or not UTF-8 */
export function readUtf8(file: string): string | null {
  const bytes = readFileSync(file)
  if (bytes.length > fileBytesMax) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function readText(root: string, file: string): ParsedText {
  const text = readUtf8(path.join(root, file))
  if (text !== null) return parseText(text, file)
  const message = '不是 UTF-8 编码的文字，或者超过 8 MB'
  return { ...parseText('', file), problems: [{ file, line: 0, message }] }
}

/** @throws Error of `node:fs` when the folder cannot be read */
export function readFolder(root: string, at: string): Folder {
  const entries = readdirSync(path.join(root, at), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => path.posix.join(at, name))
  const texts = files.filter((file) => /\.md$/i.test(file))
  const versions = files.find((file) => path.posix.basename(file) === 'versions.json') ?? null
  return {
    path: at,
    texts: new Map(texts.map((file) => [file, readText(root, file)])),
    versions,
    folders: entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => readFolder(root, path.posix.join(at, name))),
    others: files.filter((file) => !texts.includes(file) && file !== versions),
  }
}

/** The folder of that path, below or at `folder`. */
export function folderAt(folder: Folder, at: string): Folder | null {
  if (folder.path === at) return folder
  for (const inner of folder.folders) {
    const found = folderAt(inner, at)
    if (found) return found
  }
  return null
}

/** Names of all texts at and below `folder`. */
export const textsBelow = (folder: Folder): string[] => [
  ...folder.texts.keys(),
  ...folder.folders.flatMap(textsBelow),
]
