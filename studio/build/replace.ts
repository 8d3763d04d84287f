/** @file Puts texts of our own in the place of texts in installed packages, while the Studio is built. */

/** Package folder under `node_modules` → text as it stands in the package's source → what replaces it. */
export type Replacements = Readonly<Record<string, Readonly<Record<string, string>>>>

/** @returns the source with what replaces it, or null when nothing of it occurs */
export function replaced(tables: readonly Replacements[], path: string, source: string): string | null {
  let text = source
  for (const table of tables)
    for (const [folder, texts] of Object.entries(table)) {
      if (!path.includes(`/node_modules/${folder}/`)) continue
      for (const [theirs, ours] of Object.entries(texts)) text = text.replaceAll(theirs, ours)
    }
  return text === source ? null : text
}
