/**
 * @file The shape of an error that leaves a process, and the one class that carries it.
 *
 * Every error a person or a program can meet has a code, an HTTP status, a Chinese sentence that says
 * what happened and why, and a Chinese remedy that says what to do. `docs/errors.md` lists them all;
 * a test keeps the two equal.
 */
export interface ErrorEntry {
  status: number
  message: string
  remedy: string
}

export type Registry<Code extends string> = Readonly<Record<Code, ErrorEntry>>

/** `details` holds facts for the caller (an id, a limit, a position), never personal data. */
export class PufaError<Code extends string = string> extends Error {
  readonly code: Code
  readonly status: number
  readonly remedy: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: Code, entry: ErrorEntry, details: Record<string, unknown> = {}, cause?: unknown) {
    super(entry.message, cause === undefined ? undefined : { cause })
    this.name = 'PufaError'
    this.code = code
    this.status = entry.status
    this.remedy = entry.remedy
    this.details = details
  }

  /** The JSON body that our own endpoints answer (the lake's API has Sanity's shape instead). */
  toJSON() {
    return { error: { code: this.code, message: this.message, remedy: this.remedy, details: this.details } }
  }
}

/** Binds a registry to a thrower: `const fail = failWith(lakeErrors); throw fail('lake.not-signed-in')`. */
export function failWith<Code extends string>(registry: Registry<Code>) {
  return (code: Code, details?: Record<string, unknown>, cause?: unknown) =>
    new PufaError(code, registry[code], details, cause)
}
