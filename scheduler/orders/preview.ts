/** @file What an order would do, before it is given; and the number that some orders must be confirmed by. */
import type { EndBody, OrderBody, OrderPreview } from '../../contracts/orders.ts'
import type { Touched } from './compliance.ts'
import { takeoverTitles } from '../compile/takeover.ts'
import { losses, type TouchedWorld } from './touched.ts'

export function countiesOf(touched: readonly Touched[], { manifests }: TouchedWorld): number {
  return new Set(touched.map(({ screen }) => manifests.get(screen)?.head.screen.county)).size
}

/**
 * A slip of the hand must not darken a prefecture.
 * @returns the number of screens that must be typed, or `null` where nothing must
 */
export function confirmationFor(
  { kind }: OrderBody,
  touched: readonly Touched[],
  world: TouchedWorld,
): string | null {
  const asked = (kind === 'stop' || kind === 'urgent') && countiesOf(touched, world) > 1
  return asked ? String(touched.length) : null
}

type Body = Exclude<OrderBody, EndBody>

/** What stands on the screen, or leaves it, in words. */
function wordsOf(body: Body, world: TouchedWorld): (screen: string) => string {
  if (body.kind === 'stop') return () => '停播：本局名称和时钟'
  if (body.kind === 'notice') return () => `${body.title}\n${body.text}`
  if (body.kind === 'urgent') return () => `${takeoverTitles.urgent}\n${body.text}`
  const lost = losses(body.ids, world)
  return (screen) => {
    const titles = new Set((lost.get(screen) ?? []).map(({ title }) => title))
    return titles.size > 0 ? `撤下：${[...titles].join('；')}` : '节目单不是最新的，可能还存着要撤下的内容'
  }
}

export function previewOf(body: Body, touched: readonly Touched[], world: TouchedWorld): OrderPreview {
  const words = wordsOf(body, world)
  return {
    screens: touched.map(({ screen: id }) => {
      const profile = world.manifests.get(id)?.head.screen
      return {
        id,
        title: profile?.title ?? '',
        county: profile?.countyTitle ?? '',
        online: world.fleet.get(id)?.online ?? false,
        shows: words(id),
      }
    }),
    counties: countiesOf(touched, world),
    confirm: confirmationFor(body, touched, world),
  }
}
