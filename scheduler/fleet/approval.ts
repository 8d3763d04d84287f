/** @file Who may speak for a screen: the approval of a code, its end, and the visitors of the demonstration. */
import { failSignage } from '../../contracts/errors/signage.ts'
import type { RouteParts } from '../http/route.ts'
import type { SigningKey } from '../manifests/keys.ts'
import type { Manifests } from '../manifests/manifests.ts'
import type { Hub } from '../push/hub.ts'
import type { Session } from '../push/session.ts'
import type { PairingStore } from '../store/pairings.ts'
import type { PairingCodes } from './pairing.ts'

export interface ApprovalParts {
  manifests: Manifests
  codes: PairingCodes<Session>
  pairings: PairingStore
  hub: Hub
  key: SigningKey
  /** `null` where no demonstration runs. */
  demoKey: string | null
}

export type Approval = Pick<RouteParts, 'approve' | 'unpair' | 'waitingPlayers' | 'demo'>

export function approvalOf({ manifests, codes, pairings, hub, key, demoKey }: ApprovalParts): Approval {
  function known(screen: string): void {
    if (!manifests.get(screen)) throw failSignage('signage.unknown-screen', { screen })
  }
  const demo = (own: string): NonNullable<Approval['demo']> => ({
    key: own,
    screens: () =>
      manifests.profiles().map(({ id, title, countyTitle, width, height }) => ({
        id,
        title,
        county: countyTitle,
        width,
        height,
      })),
    pair(screen) {
      known(screen)
      const { token } = pairings.tryOut(screen)
      return { screen, token, publicKey: key.publicKey, keyId: key.keyId }
    },
  })
  return {
    approve(code, screen, by) {
      known(screen)
      const opened = codes.take(code)
      if (!opened) throw failSignage('signage.code-unknown')
      const { token, ended } = pairings.pair(screen, by)
      hub.unpaired(screen, ended, '另一台播放器接替了这块屏幕')
      hub.paired(opened.player, screen, token)
      return { screen }
    },
    unpair(screen, reason) {
      const ended = pairings.end(screen)
      hub.unpaired(screen, ended, reason)
      return ended.length > 0
    },
    // Never the digits: whoever types them must have stood before the screen.
    waitingPlayers: () =>
      codes.waiting().map(({ player, address, expiresAt }) => ({
        ...(player.window ?? { width: 0, height: 0, version: '' }),
        address,
        expiresAt,
      })),
    demo: demoKey === null ? null : demo(demoKey),
  }
}
