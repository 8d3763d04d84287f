/**
 * @file Counts what went wrong, by kind, until the server has heard of it.
 *
 * A problem counts as heard when the server says anything after the heartbeat that told it; a connection
 * lost before that puts it back. There are only so many kinds, so it is bounded.
 */
import { problemKinds, type Problem, type ProblemKind } from '../contracts/messages.ts'

export interface Problems {
  /** @param where a problem kind; anything else is no affair of the server's */
  note(where: string, note: string): void
  /** What has not been heard of yet. */
  tell(): readonly Problem[]
  heard(): void
  lost(): void
  /** Told or not: for a reload that must not forget them. */
  all(): readonly Problem[]
}

const noteMax = 200

function isKind(where: string): where is ProblemKind {
  return (problemKinds as readonly string[]).includes(where)
}

export function openProblems(kept: readonly Problem[]): Problems {
  let waiting = new Map<ProblemKind, Problem>()
  let told: readonly Problem[] = []
  const add = ({ kind, count, note }: Problem): void => {
    waiting.set(kind, { kind, count: (waiting.get(kind)?.count ?? 0) + count, note: note.slice(0, noteMax) })
  }
  const lost = (): void => {
    // The later note stands.
    const later = [...waiting.values()]
    waiting = new Map()
    for (const problem of [...told, ...later]) add(problem)
    told = []
  }
  for (const problem of kept) if (isKind(problem.kind)) add(problem)
  return {
    note(where, note) {
      if (isKind(where)) add({ kind: where, count: 1, note })
    },
    tell() {
      lost()
      told = [...waiting.values()]
      waiting = new Map()
      return told
    },
    heard() {
      told = []
    },
    lost,
    all: () => [...told, ...waiting.values()],
  }
}
