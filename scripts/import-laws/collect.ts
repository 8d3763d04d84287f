/**
 * @file A folder of statutes → its laws, each with its editions, checked whole.
 *
 * Which files make one law: the editions that a `versions.json` names; a `README.md` with its own articles;
 * a `README.md` with title and adoption beside files that hold the books; else each file by itself. A law
 * in which anything is wrong is not among the laws, only among the problems.
 */
import path from 'node:path'
import type { LocalDate } from '../../contracts/documents/base.ts'
import { dateOfFileName, editionTitle, effectiveFrom } from './dates.ts'
import { folderAt, isFront, readFolder, readUtf8, textsBelow, type Folder } from './folder.ts'
import { mergeBooks, type LawText } from './merge.ts'
import type { ParsedArticle, Problem } from './parse.ts'
import { readVersions } from './versions.ts'

export interface CollectedEdition {
  /** Part of ids, so it never changes: as `versions.json` has it, else `current`. */
  name: string
  title: string
  /** Lines on adoption and amendments, as printed. */
  adoption: readonly string[]
  promulgatedOn: LocalDate | null
  effectiveFrom: LocalDate | null
  effectiveTo: LocalDate | null
  /** Whether a day that is left out is known not to be there, as in `versions.json`, or is unknown. */
  datesAreComplete: boolean
  articles: readonly ParsedArticle[]
}

export interface CollectedLaw {
  title: string
  /** Name of the folder or file, where it may stand in an address; else `null`. */
  slugHint: string | null
  editions: readonly CollectedEdition[]
  files: readonly string[]
}

export interface Collection {
  laws: readonly CollectedLaw[]
  problems: readonly Problem[]
  /** Files that hold no law, relative to the folder. */
  ignored: readonly string[]
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

function slugHint(name: string): string | null {
  const slug = name.replace(/\.md$/i, '').toLowerCase()
  return slugPattern.test(slug) && slug.length <= 64 ? slug : null
}

/** The text that `entry` stands for: itself, or the books beside it when it has only title and adoption. */
function lawTextAt(folder: Folder, entry: string): LawText | null {
  const front = folder.texts.get(entry)
  if (!front) return null
  const beside = [...folder.texts.values()].filter((text) => text !== front)
  const isFrame =
    isFront(path.posix.basename(entry)) && front.articles.length === 0 && front.adoption.length > 0
  return mergeBooks(front, isFrame ? beside : [])
}

function currentEdition(text: LawText): CollectedEdition {
  const facts = {
    adoption: text.adoption,
    articles: text.articles,
    fileDate: dateOfFileName(text.files[0] ?? ''),
  }
  return {
    name: 'current',
    title: editionTitle(facts),
    adoption: text.adoption,
    promulgatedOn: null,
    effectiveFrom: effectiveFrom(facts),
    effectiveTo: null,
    datesAreComplete: false,
    articles: text.articles,
  }
}

interface Found {
  laws: CollectedLaw[]
  problems: Problem[]
  ignored: string[]
}

function addText(found: Found, text: LawText, hint: string | null): void {
  found.problems.push(...text.problems)
  if (text.problems.length > 0) return
  found.laws.push({ title: text.title, slugHint: hint, editions: [currentEdition(text)], files: text.files })
}

function addVersions(found: Found, root: string, folder: Folder, file: string): void {
  const read = readVersions(readUtf8(path.join(root, file)) ?? '', file)
  const problems = [...read.problems]
  const used = new Set<string>()
  const editions: CollectedEdition[] = []
  for (const version of read.versions) {
    const entry = path.posix.join(folder.path, version.entry)
    const home = folderAt(folder, path.posix.dirname(entry))
    const text = home && lawTextAt(home, entry)
    if (!text) {
      problems.push({ file, line: 0, message: `版本“${version.title}”的文件 ${version.entry} 不存在` })
      continue
    }
    for (const name of text.files) used.add(name)
    problems.push(...text.problems)
    if (text.title !== read.title)
      problems.push({
        file: entry,
        line: 1,
        message: `标题是《${text.title}》，versions.json 里写的是《${read.title}》`,
      })
    const { entry: _entry, ...dates } = version
    editions.push({ ...dates, datesAreComplete: true, adoption: text.adoption, articles: text.articles })
  }
  for (const name of textsBelow(folder))
    if (!used.has(name)) problems.push({ file: name, line: 0, message: 'versions.json 没有提到这个文件' })
  found.problems.push(...problems)
  if (problems.length > 0) return
  const hint = slugHint(path.posix.basename(folder.path))
  found.laws.push({ title: read.title, slugHint: hint, editions, files: [...used, file] })
}

function visit(found: Found, root: string, folder: Folder): void {
  found.ignored.push(...folder.others)
  if (folder.versions !== null) return addVersions(found, root, folder, folder.versions)
  const front = [...folder.texts.keys()].find((file) => isFront(path.posix.basename(file)))
  const lone = folder.texts.size === 1 && folder.folders.length === 0
  const used = new Set<string>()
  if (front !== undefined) {
    const text = folder.path === '' ? null : lawTextAt(folder, front)
    if (text && (text.articles.length > 0 || text.adoption.length > 0 || lone)) {
      addText(found, text, slugHint(path.posix.basename(folder.path)))
      for (const file of text.files) used.add(file)
    } else {
      found.ignored.push(front)
      used.add(front)
    }
  }
  for (const [file, text] of folder.texts)
    if (!used.has(file)) addText(found, mergeBooks(text, []), slugHint(path.posix.basename(file)))
  for (const inner of folder.folders) visit(found, root, inner)
}

/** Two files of one title would overwrite each other; neither is taken. */
function withoutDoubles({ laws, problems, ignored }: Found): Collection {
  const isDouble = (law: CollectedLaw) => laws.some((other) => other !== law && other.title === law.title)
  const more = laws.filter(isDouble).map((law): Problem => {
    const others = laws.filter((other) => other !== law && other.title === law.title)
    const places = others.map(({ files }) => files[0] ?? '').join('、')
    return { file: law.files[0] ?? '', line: 1, message: `《${law.title}》还出现在 ${places}，请只留一份` }
  })
  const single = laws.filter((law) => !isDouble(law))
  return { laws: single, problems: [...problems, ...more], ignored }
}

/** @throws Error of `node:fs` when the folder cannot be read */
export function collect(folder: string): Collection {
  const found: Found = { laws: [], problems: [], ignored: [] }
  visit(found, folder, readFolder(folder, ''))
  return withoutDoubles(found)
}
