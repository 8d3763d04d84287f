/**
 * @file Listens to the lake for published changes.
 *
 * The client mends lost connections by itself; each time events begin to arrive again `onArriving` is
 * called, since whatever happened in between was missed. A subscription that the client gives up is
 * taken up again after a pause, for as long as the program runs.
 */
import type { ListenOptions, SanityClient } from '@sanity/client'
import type { Log } from '../../contracts/part.ts'

export interface LakeEvents {
  /** Resolves once events arrive for the first time. */
  readonly arriving: Promise<void>
  close(): void
}

export interface LakeListener {
  /** `null` when the event does not say which type of document it was. */
  onChange(type: string | null): void
  onArriving(): void
  onLost(): void
}

const published = '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
const pauseMs = 2_000
const options: ListenOptions = {
  // The document comes along: it is the only thing in an event that names the type.
  includeResult: true,
  includePreviousRevision: true,
  includeMutations: false,
  visibility: 'query',
  events: ['welcome', 'mutation', 'reconnect'],
}

export function listenToLake(client: SanityClient, listener: LakeListener, log: Log): LakeEvents {
  let subscription: { unsubscribe(): void } | null = null
  let timer: NodeJS.Timeout | null = null
  let state: 'connecting' | 'arriving' | 'closed' = 'connecting'
  let firstArrived = () => {}
  const arriving = new Promise<void>((resolve) => {
    firstArrived = resolve
  })

  function lost(): void {
    if (state === 'arriving') {
      state = 'connecting'
      log.warn({}, '网站与内容库的事件连接断开，正在重连')
      listener.onLost()
    }
  }

  function subscribe(): void {
    timer = null
    subscription = client.listen<{ _type: string }>(published, {}, options).subscribe({
      next(event) {
        if (event.type === 'reconnect') lost()
        else if (event.type === 'mutation') {
          listener.onChange(event.result?._type ?? event.previous?._type ?? null)
        } else if (event.type === 'welcome') {
          state = 'arriving'
          listener.onArriving()
          firstArrived()
        }
      },
      error(error: unknown) {
        lost()
        log.warn({ error: String(error) }, '内容库拒绝了网站的事件连接，稍后再试')
        again()
      },
      complete() {
        lost()
        again()
      },
    })
  }

  function again(): void {
    if (state !== 'closed' && timer === null) timer = setTimeout(subscribe, pauseMs)
  }

  subscribe()
  return {
    arriving,
    close() {
      state = 'closed'
      if (timer !== null) clearTimeout(timer)
      subscription?.unsubscribe()
    },
  }
}
