/**
 * @file `path("drafts.**")` as Sanity means it.
 *
 * Pure. groq-js lets any character stand where the pattern has a dot, so that a published `drafts-x` would
 * pass for a draft; rights and lists must not depend on that. `*` is one part, `**` any number from none.
 */
import { PathBase } from './groq.ts'

export class ExactPath extends PathBase {
  readonly #pattern: RegExp

  constructor(pattern: string) {
    super(pattern)
    const parts = pattern.split('.').map((part) => {
      if (part === '*') return '[^.]+'
      return part === '**' ? '.*' : part.replace(/[*+?^${}()|[\]\\/-]/g, '\\$&')
    })
    this.#pattern = new RegExp(`^${parts.join('\\.')}$`)
  }

  override matches(text: string): boolean {
    return this.#pattern.test(text)
  }
}
