/** @file The one place of the lake where randomness is made. */
import { randomBytes, randomUUID } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Letters and digits, about 5.95 bits each: the form of Sanity's transaction ids (22) and keys (12). */
export function randomId(length = 22): string {
  let id = ''
  while (id.length < length)
    for (const byte of randomBytes(length * 2))
      if (byte < 248 && id.length < length) id += ALPHABET[byte % 62]
  return id
}

export const randomDocumentId = () => randomUUID()

/** 256 bits, URL-safe: for sessions, tokens and first passwords. */
export const randomSecret = (bytes = 32) => randomBytes(bytes).toString('base64url')

export const randomSalt = () => randomBytes(16)
