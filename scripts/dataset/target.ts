/**
 * @file Which dataset the commands work on: the hosted project that the environment names, else the program that
 * runs here. And how a request that failed for a moment is made again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { LakeAccess } from '../../contracts/part.ts'
import { readAccess } from '../../server/command-line.ts'
import { hostedAccess, parseSettings } from '../../server/settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface Target {
  access: LakeAccess
  /** For people. */
  name: string
}

/** @throws Error in Chinese that says what to do */
export function targetOf(environment: Environment): Target {
  const { hosted } = parseSettings({
    SANITY_PROJECT_ID: environment['SANITY_PROJECT_ID'],
    SANITY_DATASET: environment['SANITY_DATASET'],
    SANITY_TOKEN: environment['SANITY_TOKEN'],
    SANITY_API_HOST: environment['SANITY_API_HOST'],
  })
  const access = hosted ? hostedAccess(hosted) : readAccess(environment)
  const { projectId, dataset, apiHost } = access
  return {
    access,
    name: hosted ? `托管项目 ${projectId}/${dataset}（${apiHost}）` : '本机正在运行的普法系统',
  }
}

const TRIES_MAX = 6
const FIRST_PAUSE_MS = 500

/** What passes by itself is tried again, a little later each time; what never can succeed is not. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= TRIES_MAX || !passes(error)) throw error
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1))
    }
  }
}

function passes(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const status = 'statusCode' in error ? Number(error.statusCode) : null
  if (status !== null) return status === 429 || (status >= 500 && status !== 501 && status !== 507)
  return /ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN|socket|fetch failed|network|terminated/i.test(
    `${error.message} ${String(error.cause)}`,
  )
}

/** An answer that is no success, as the client's own errors look. */
export class AnswerError extends Error {
  readonly statusCode: number

  constructor(address: string, statusCode: number) {
    super(`${address} 回答了 ${statusCode}`)
    this.statusCode = statusCode
  }
}
