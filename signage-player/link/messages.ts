/**
 * @file Reads a frame from the server. A frame that is none of the contract's messages is `null`, and
 * the link lets it pass: a later server may say more than this player understands.
 */
import type { ServerMessage } from '../../contracts/messages.ts'

/** Fields of each message; those named in `numbers` are numbers, all others strings. */
const fields: Readonly<Record<ServerMessage['type'], readonly string[]>> = {
  pairing: ['code', 'expiresAt'],
  paired: ['screen', 'token', 'publicKey', 'keyId'],
  welcome: ['serverTime', 'screen'],
  manifest: ['payload', 'path', 'signature', 'keyId'],
  trust: ['publicKey', 'keyId', 'signature'],
  command: ['id'],
  time: ['sent', 'serverTime'],
  'plays-stored': ['upTo'],
  unpaired: ['reason'],
  error: ['code', 'message', 'remedy'],
}
const numbers = ['expiresAt', 'serverTime', 'sent', 'upTo']

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export function parseServerMessage(text: string): ServerMessage | null {
  const message = parseJson(text) as Record<string, unknown> | null
  const type = message?.['type']
  if (!message || typeof type !== 'string' || !Object.hasOwn(fields, type)) return null
  const typed = (name: string) => typeof message[name] === (numbers.includes(name) ? 'number' : 'string')
  if (!fields[type as ServerMessage['type']].every(typed)) return null
  // What is inside is judged where it is used: parts by their hashes, a command by its name.
  const inner = { manifest: 'parts', command: 'command' }[type as 'manifest']
  if (inner && (typeof message[inner] !== 'object' || message[inner] === null)) return null
  return message as unknown as ServerMessage
}
