/**
 * @file What the console asks of the scheduler, one function each; all answer as `ask` does.
 *
 * Nothing is decided here: whose screens somebody may reach, the scheduler says, and its refusal is shown.
 */
import type { Command } from '../../../contracts/commands.ts'
import type { OrderPreview, OrderReport } from '../../../contracts/orders.ts'
import { ask, type Answer } from '../../screens/signage.ts'
import type {
  CommandResult,
  CountyView,
  GroupView,
  IncidentView,
  Me,
  Report,
  Resolution,
  ScreenView,
  WaitingPlayer,
} from './shapes.ts'

const root = '/api/signage/'
/** Players have ten seconds for their answer; ours comes after theirs. */
const commandWaitMs = 15_000
/** An order is answered once all its screens are made; it must not seem lost meanwhile. */
const orderWaitMs = 60_000
/** A report of years is added up day by day. */
const reportWaitMs = 60_000

/** Also what a whole year of incidents takes is asked for page by page. */
export const incidentsAPage = 100

const read = <Value>(path: string, signal: AbortSignal, withinMs?: number): Promise<Answer<Value>> =>
  ask(window.fetch, root + path, { signal }, withinMs)

const tell = <Value>(path: string, body: object, withinMs?: number): Promise<Answer<Value>> =>
  ask(
    window.fetch,
    root + path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    withinMs,
  )

const at = (screen: string) => `screens/${encodeURIComponent(screen)}`

export const readMe = (signal: AbortSignal) => read<Me>('me', signal)
export const readScreens = (signal: AbortSignal) => read<{ screens: ScreenView[] }>('screens', signal)
export const readScreen = (screen: string, signal: AbortSignal) => read<ScreenView>(at(screen), signal)
export const readCounties = (signal: AbortSignal) => read<{ counties: CountyView[] }>('map', signal)
export const readGroups = (signal: AbortSignal) => read<{ groups: GroupView[] }>('groups', signal)
export const readWaiting = (signal: AbortSignal) => read<{ waiting: WaitingPlayer[] }>('pairings', signal)
export const readAlerts = (signal: AbortSignal) => read<{ alerts: IncidentView[] }>('alerts', signal)
export const readIncidents = (query: URLSearchParams, signal: AbortSignal) =>
  read<{ incidents: IncidentView[]; more: boolean }>(`incidents?${query}`, signal)
export const readDue = (screen: string, signal: AbortSignal) =>
  read<Resolution>(`resolve?screen=${encodeURIComponent(screen)}`, signal)
export const readReport = (query: URLSearchParams, signal: AbortSignal) =>
  read<Report>(`reports?${query}`, signal, reportWaitMs)

export type OrderRow = Omit<OrderReport, 'screens'>
export const readOrders = (query: string, signal: AbortSignal) =>
  read<{ orders: OrderRow[] }>(`orders${query}`, signal)
export const readOrder = (id: string, signal: AbortSignal) =>
  read<OrderReport>(`orders/${encodeURIComponent(id)}`, signal)
export const previewOrder = (order: object, signal: AbortSignal): Promise<Answer<OrderPreview>> =>
  ask(window.fetch, `${root}orders/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal,
  })
export const placeOrder = (order: object) => tell<OrderReport>('orders', order, orderWaitMs)
export const endOrder = (id: number, reason: string) =>
  tell<OrderReport>(`orders/${id}/end`, { reason }, orderWaitMs)

export const command = (screen: string, order: Command) =>
  tell<{ results: CommandResult[] }>(`${at(screen)}/commands`, order, commandWaitMs)
export const commandMany = (screens: readonly string[], order: Command) =>
  tell<{ results: CommandResult[] }>('commands', { screens, ...order }, commandWaitMs)

/** Address of a screen's last picture; `takenAt` makes it another address for another picture. */
export const pictureAddress = (screen: string, takenAt: number): string =>
  `${root}${at(screen)}/screenshot?last=1&t=${takenAt}`

export interface ReportFile {
  name: string
  bytes: Blob
}

/** A report as a file, under the name that the scheduler gives it. */
export async function readReportFile(
  query: URLSearchParams,
  format: 'csv' | 'xlsx',
): Promise<Answer<ReportFile>> {
  const address = `${root}reports?${query}&format=${format}`
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(reportWaitMs) })
    if (!response.ok) return await ask(window.fetch, address, {})
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return { ok: true, value: { name: name ?? `plays.${format}`, bytes: await response.blob() } }
  } catch {
    return { ok: false, status: 0, sentence: '没有取到文件，请检查网络后再试' }
  }
}
