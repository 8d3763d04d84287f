/**
 * @file What the Studio asks of the scheduler: how a screen is, and to pair it with its player.
 *
 * Every answer is turned into one shape; nothing throws but an aborted request.
 */
export interface ScreenState {
  online: boolean
  /** Instant, or an ISO text, or null when it has never been seen. */
  lastSeenAt: number | string | null
  nowPlaying: { title: string } | null
  /** Null while no player stands for it. */
  pairedAt: number | null
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; status: number; sentence: string }

type Fetch = typeof fetch

const waitMs = 10_000

interface Refusal {
  error?: {
    message?: unknown
    remedy?: unknown
    details?: { problems?: unknown; reason?: unknown; confirm?: unknown }
  }
}

/** What was wrong with this very request, where the scheduler says it; its general remedy points to this. */
function particularsOf(details: NonNullable<Refusal['error']>['details']): string | null {
  if (Array.isArray(details?.problems)) {
    const sentences = (details.problems as { message?: unknown }[]).flatMap(({ message }) =>
      typeof message === 'string' ? [message] : [],
    )
    if (sentences.length > 0) return sentences.join('；')
  }
  if (typeof details?.confirm === 'string')
    return `现在这个范围里有 ${details.confirm} 块屏，请按新的数字再确认一次`
  return typeof details?.reason === 'string' && details.reason !== '' ? details.reason : null
}

/** The scheduler's own sentence and remedy where it gave them. */
async function refusalOf(response: Response): Promise<string> {
  const unknownReason = `没有成功（${response.status}）。请稍后再试`
  if (!response.headers.get('content-type')?.includes('json')) return unknownReason
  const { error } = ((await response.json()) ?? {}) as Refusal
  if (response.status === 401) return '登录已过期，请重新登录后再试'
  const parts = [error?.message, particularsOf(error?.details) ?? error?.remedy].filter(
    (part) => typeof part === 'string' && part !== '',
  )
  return parts.length > 0 ? parts.join('。') : unknownReason
}

/** @param withinMs how long an answer is waited for */
export async function ask<Value>(
  fetching: Fetch,
  path: string,
  init: RequestInit,
  withinMs = waitMs,
): Promise<Answer<Value>> {
  try {
    const response = await fetching(path, {
      ...init,
      credentials: 'same-origin',
      signal: AbortSignal.any([AbortSignal.timeout(withinMs), ...(init.signal ? [init.signal] : [])]),
    })
    if (!response.ok) return { ok: false, status: response.status, sentence: await refusalOf(response) }
    const text = await response.text()
    return { ok: true, value: (text ? JSON.parse(text) : null) as Value }
  } catch (error) {
    if (init.signal?.aborted) throw error
    return { ok: false, status: 0, sentence: '连不上排期服务，请检查网络后再试' }
  }
}

export function screenState(
  fetching: Fetch,
  screen: string,
  signal?: AbortSignal,
): Promise<Answer<ScreenState>> {
  return ask(fetching, `/api/signage/screens/${encodeURIComponent(screen)}`, signal ? { signal } : {})
}

export function pair(fetching: Fetch, code: string, screen: string): Promise<Answer<unknown>> {
  return ask(fetching, '/api/signage/pairings/approve', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, screen }),
  })
}

export function unpair(fetching: Fetch, screen: string): Promise<Answer<unknown>> {
  return ask(fetching, `/api/signage/screens/${encodeURIComponent(screen)}/unpair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
}

/** What the screens of a share event could not keep, each in a sentence. */
export function checkEvent(
  fetching: Fetch,
  event: unknown,
): Promise<Answer<{ problems: readonly { text: string }[] }>> {
  return ask(fetching, '/api/signage/events/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
}

/** Ends a broadcast on all screens, or lets it go on. */
export function orderLive(
  fetching: Fetch,
  stream: string,
  action: 'stop' | 'resume',
): Promise<Answer<unknown>> {
  return ask(fetching, `/api/signage/live/${encodeURIComponent(stream)}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
}

/** Word, mark and colour for a screen's state, as the badge beside its title shows it. */
export interface StateWords {
  label: string
  title: string
  color: 'success' | 'warning' | 'primary'
}

function sinceWords(lastSeenAt: ScreenState['lastSeenAt'], now: number): string {
  const seen = typeof lastSeenAt === 'string' ? Date.parse(lastSeenAt) : lastSeenAt
  if (seen === null || Number.isNaN(seen)) return '还没有连上过'
  const minutes = Math.max(0, Math.round((now - seen) / 60_000))
  if (minutes < 1) return '刚刚还在线'
  if (minutes < 120) return `${minutes} 分钟前在线`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} 小时前在线`
  return `${Math.round(minutes / 1440)} 天前在线`
}

/** @returns null when nothing can be said, for instance because the scheduler does not answer */
export function stateWords(answer: Answer<ScreenState>, now: number): StateWords | null {
  if (!answer.ok) return null
  const { online, lastSeenAt, nowPlaying, pairedAt } = answer.value
  if (pairedAt === null && online && nowPlaying)
    return {
      label: `▷ 试看：${nowPlaying.title}`,
      title: '有人在网页上试看；这块屏幕还没有播放器',
      color: 'primary',
    }
  if (pairedAt === null)
    return {
      label: '○ 未配对',
      title: '还没有播放器。用“配对播放器”输入屏上的六位数字',
      color: 'primary',
    }
  if (!online)
    return { label: '⚠ 离线', title: `${sinceWords(lastSeenAt, now)}。请检查电源和网络`, color: 'warning' }
  return nowPlaying
    ? {
        label: `▶ 在播：${nowPlaying.title}`,
        title: '播放器每半分钟报告一次，这是最近一次报告的内容',
        color: 'success',
      }
    : { label: '● 在线', title: '已连上，还没有报告在播什么', color: 'success' }
}
