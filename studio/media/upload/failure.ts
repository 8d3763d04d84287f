/**
 * @file What becomes of an upload after something went wrong: it goes on by itself, or stops with a sentence.
 * Pure.
 *
 * What passes by itself (a line that is cut, a program that starts anew, a server that is busy) is tried
 * again without end, since nothing that was sent is lost; what a person must put right is said once.
 */
export interface Failure {
  /** Of the answer; `null`: none came. */
  status: number | null
  /** As the lake named it. */
  code: string | null
  /** Its sentence and remedy, where it gave them. */
  sentence: string | null
}

export type After = { again: true; inMs: number } | { again: false; sentence: string }

const longestMs = 15_000
/** The way passes, or the lake knows the upload no more and is asked for a new one. */
const passing = new Set([404, 408, 409, 410, 423, 425, 502, 503, 504])

const sentences: Readonly<Record<number, string>> = {
  401: '登录已过期。请另开一个页面重新登录，再回到这里点“继续”，已传的不用重传',
  403: '这个账号不能上传文件，请找管理员',
  413: '文件太大，请压缩或剪短后再传',
  415: '不接受这种文件。图片请用 JPG、PNG、WebP，影片请用 MP4',
  429: '没有传完的文件太多。请把别的传完或取消，再点“继续”',
  507: '服务器的磁盘满了。请管理员腾出空间，再点“继续”，已传的不用重传',
}

/** @param failures how often in a row, from 1 */
export function afterFailure({ status, code, sentence }: Failure, failures: number): After {
  const isBusy = status === null || passing.has(status) || (status >= 500 && code === null)
  if (isBusy) return { again: true, inMs: Math.min(longestMs, 500 * 2 ** Math.min(failures, 10)) }
  return {
    again: false,
    sentence: sentences[status] ?? sentence ?? `没有传成（${status}）。请点“继续”再试一次`,
  }
}

/** @param body of an answer of the lake */
export function readFailure(status: number | null, body: string): Failure {
  const nothing = { status, code: null, sentence: null }
  if (!body.startsWith('{')) return nothing
  try {
    const { code, message } = JSON.parse(body) as { code?: unknown; message?: unknown }
    return {
      status,
      code: typeof code === 'string' ? code : null,
      sentence: typeof message === 'string' ? message : null,
    }
  } catch (error) {
    if (error instanceof SyntaxError) return nothing
    throw error
  }
}
