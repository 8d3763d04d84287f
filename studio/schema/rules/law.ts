/** @file Rules between a text and the law that it rests on. Pure. */
import type { Verdict } from './text.ts'

interface Citing {
  citations?: readonly unknown[]
}

/** What is to end with a law has to name that law. */
export function namesItsLaw(ends: boolean | undefined, document: unknown): Verdict {
  const { citations = [] } = (document ?? {}) as Citing
  return !ends || citations.length > 0 || '还没有写法律依据，不知道看哪部法律，请先写上，或关掉这一项'
}
