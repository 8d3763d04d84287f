/**
 * @file Reads the demonstration content: every `content/*.json` is an array of documents.
 *
 * A document is the contract's shape but for its pictures and files, which name a path under this folder
 * (`image@pictures/murals/a.webp`) until the loader has uploaded them. The files are the only list of
 * what is demonstration: their ids say what may be loaded and what may be removed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Json } from '../contracts/canonical.ts'

export interface DemoDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: Json
}

export interface ContentFile {
  readonly name: string
  readonly documents: readonly DemoDocument[]
}

/** The folder that asset paths are relative to. */
export const demoFolder = fileURLToPath(new URL('.', import.meta.url))

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseFile(name: string, text: string): ContentFile {
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) throw new Error(`演示内容 ${name} 不是数组`)
  const documents = value.map((entry: unknown, index): DemoDocument => {
    if (!isObject(entry)) throw new Error(`演示内容 ${name} 第 ${index + 1} 项不是对象`)
    const { _id, _type } = entry
    if (typeof _id !== 'string' || typeof _type !== 'string')
      throw new Error(`演示内容 ${name} 第 ${index + 1} 项缺少 _id 或 _type`)
    return { ...entry, _id, _type }
  })
  return { name, documents }
}

/** @returns the files in the order of their names */
export function readContent(folder = join(demoFolder, 'content')): ContentFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseFile(name, readFileSync(join(folder, name), 'utf8')))
}

/** @param path as a document names it, relative to this folder */
export const assetFileExists = (path: string) => existsSync(join(demoFolder, path))
