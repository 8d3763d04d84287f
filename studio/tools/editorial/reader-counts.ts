/** @file Asks the site what readers did. */
import { readerCountsPath, type ReaderCounts } from '../../../contracts/reader-counts.ts'

const waitMs = 10_000

/** @throws Error whose message is a Chinese sentence that says what to do */
export async function readReaderCounts(fetching: typeof fetch, signal: AbortSignal): Promise<ReaderCounts> {
  const response = await fetching(readerCountsPath, {
    credentials: 'same-origin',
    signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs)]),
  }).catch((error: unknown) => {
    throw new Error('连不上网站，请检查网络后再点“重新读取”', { cause: error })
  })
  if (response.status === 401) throw new Error('登录已经过期，请重新登录编辑台')
  if (!response.ok) throw new Error(`没有读到（${response.status}），请稍后再点“重新读取”`)
  return (await response.json()) as ReaderCounts
}
