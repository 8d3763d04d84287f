/**
 * @file Which machines the relay may call: public ones only, so that no document can make the server ask
 * around in the bureau's own network.
 *
 * The very address that is dialled is checked, after the name was resolved: a name that means another
 * address a moment later gains nothing.
 */
import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'

const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits, 'ipv4')
/** Of the rest of IPv6 nothing is public but 2000::/3; in it lie tunnels that carry any IPv4 address. */
for (const [net, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  closed.addSubnet(net, bits, 'ipv6')
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')

/** @param address IPv4 or IPv6 in any of its spellings; anything else counts as not public */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '').replace(/%.*$/u, '')
  const family = isIP(bare)
  if (family === 4) return !closed.check(bare, 'ipv4')
  return family === 6 && unicast.check(bare, 'ipv6') && !closed.check(bare, 'ipv6')
}

export class PrivateAddress extends Error {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** For `http.request`: resolves a name, and fails where any of its addresses is not public. */
export function lookupPublic(host: string, options: LookupOptions, found: Found): void {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, [])
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return found(new PrivateAddress(host), [])
    if (options.all) found(null, addresses)
    else found(null, first.address, first.family)
  })
}
