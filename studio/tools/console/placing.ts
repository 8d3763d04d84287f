/** @file From a form to an order that is given: what it would do, and the way to its progress. */
import { useState } from 'react'
import { useRouter } from 'sanity/router'
import type { OrderPreview } from '../../../contracts/orders.ts'
import { placeOrder, previewOrder } from './asking.ts'
import { usePolled, type Polled } from './polled.ts'

/** The range may change while somebody writes. */
const everyMs = 10_000

/**
 * What an order would do, asked as long as the form is open.
 * @param key what the order depends on; null while it is not complete
 * @param make the order as it would be sent at this moment
 */
export function usePreview(key: string | null, make: () => object): Polled<OrderPreview> {
  return usePolled(key, everyMs, (signal) => previewOrder(make(), signal))
}

export interface Placing {
  isBusy: boolean
  trouble: string | null
  /** Gives the order, and opens its progress. */
  place(order: object, preview: OrderPreview): Promise<void>
}

export function usePlacing(): Placing {
  const { navigate } = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  return {
    isBusy,
    trouble,
    async place(order, { confirm }) {
      setBusy(true)
      const answer = await placeOrder(confirm === null ? order : { ...order, confirm })
      setBusy(false)
      setTrouble(answer.ok ? null : answer.sentence)
      if (answer.ok) navigate({ tab: 'orders', id: String(answer.value.order.id) })
    },
  }
}
