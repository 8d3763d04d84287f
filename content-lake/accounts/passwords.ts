/**
 * @file Hashes passwords with argon2id and checks them.
 *
 * Cost: 19 MiB, 2 passes, 1 lane (OWASP's second choice). At most `HASHING_MAX` at a time, since each takes its
 * memory. A full-width letter counts as the plain one, since input methods make both.
 * Stored form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, base64url.
 */
import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { failLake } from '../../contracts/errors/lake.ts'
import { Gate } from '../gate.ts'
import { randomSalt } from '../store/random.ts'

const derive = promisify(argon2)
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_BYTES = 32
const HASHING_MAX = 4
const HASHING_WAITING_MAX = 32

/** So long that hashing it is no burden. */
export const PASSWORD_LENGTH_MAX = 256

const gate = new Gate(HASHING_MAX, HASHING_WAITING_MAX)

const hash = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  gate.pass(
    () =>
      derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, tagLength: TAG_BYTES, ...cost }),
    () => failLake('lake.too-many-attempts', { retryAfterSeconds: 10 }),
  )

export async function hashPassword(password: string): Promise<string> {
  const salt = randomSalt()
  const tag = await hash(password, salt, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${salt.toString('base64url')}$${tag.toString('base64url')}`
}

const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/

/** @param stored null for a name that does not exist: the same work is done, and the answer is false */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = STORED.exec(stored ?? '') ?? []
  if (salt === undefined || tag === undefined) {
    await hash(password, randomSalt(), COST)
    return false
  }
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const derived = await hash(password, Buffer.from(salt, 'base64url'), cost)
  const expected = Buffer.from(tag, 'base64url')
  return derived.length === expected.length && timingSafeEqual(derived, expected)
}
