/**
 * @file Pairing by code: an unpaired player shows six digits, an operator types them beside a screen.
 *
 * Codes live in memory, expire, are bounded in number, and are used once. Only a signed-in operator
 * may try one.
 */
import { pairingCodeLastsMs } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'

/** Open codes at once; a flood of unpaired players pushes the oldest out. */
const codesMax = 2_000
/** From one address: a flood from there pushes out its own oldest, and no screen elsewhere. */
const codesPerAddressMax = 100

export interface PairingRequest<Player> {
  code: string
  /** The player's own random secret. */
  request: string
  player: Player
  address: string
  expiresAt: Instant
}

export interface PairingCodes<Player> {
  /** The same request gets the same code until it expires. */
  open(request: string, player: Player, address?: string): PairingRequest<Player>
  /** Uses the code up. */
  take(code: string): PairingRequest<Player> | null
  forget(request: string): void
  /** Whoever shows a code, the longest waiting first. */
  waiting(): readonly PairingRequest<Player>[]
}

/** @param digits gives a random whole number below its argument */
export function pairingCodes<Player>(
  now: () => Instant,
  digits: (below: number) => number,
): PairingCodes<Player> {
  const byCode = new Map<string, PairingRequest<Player>>()
  const codeOf = new Map<string, string>()

  function drop(entry: PairingRequest<Player>): void {
    byCode.delete(entry.code)
    codeOf.delete(entry.request)
  }

  /** Codes stand in the order in which they end. */
  function expire(): void {
    for (const entry of byCode.values()) {
      if (entry.expiresAt > now()) return
      drop(entry)
    }
  }

  function makeRoom(address: string): void {
    const own = [...byCode.values()].filter((entry) => entry.address === address)
    for (const entry of own.slice(0, Math.max(0, own.length + 1 - codesPerAddressMax))) drop(entry)
    for (const entry of byCode.values()) {
      if (byCode.size < codesMax) return
      drop(entry)
    }
  }

  function freshCode(): string {
    for (;;) {
      const code = String(digits(1_000_000)).padStart(6, '0')
      if (!byCode.has(code)) return code
    }
  }

  return {
    open(request, player, address = '') {
      expire()
      const known = byCode.get(codeOf.get(request) ?? '')
      if (known) {
        known.player = player
        return known
      }
      makeRoom(address)
      const expiresAt = now() + pairingCodeLastsMs
      const entry = { code: freshCode(), request, player, address, expiresAt }
      byCode.set(entry.code, entry)
      codeOf.set(request, entry.code)
      return entry
    },
    take(code) {
      expire()
      const entry = byCode.get(code)
      if (entry) drop(entry)
      return entry ?? null
    },
    waiting() {
      expire()
      return [...byCode.values()]
    },
    forget(request) {
      const entry = byCode.get(codeOf.get(request) ?? '')
      if (entry) drop(entry)
    },
  }
}
