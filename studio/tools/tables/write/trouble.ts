/** @file What the lake's refusals mean for an import, in a sentence. Pure. */

export interface Trouble {
  /** `later`: it may go by itself · `document`: a document of it is refused · `stop`: nothing will go. */
  kind: 'later' | 'document' | 'stop'
  sentence: string
}

interface ClientError {
  statusCode?: unknown
  response?: { body?: { remedy?: unknown; error?: { description?: unknown } } }
}

/** The lake's own words, where they are plain Chinese; what it says to programs is not for her. */
function words({ response }: ClientError): string {
  const { error: inner, remedy } = response?.body ?? {}
  return [inner?.description, remedy]
    .filter((part): part is string => typeof part === 'string')
    .filter((part) => /\p{Script=Han}/u.test(part) && !/[A-Za-z_]{2,}/u.test(part))
    .map((part) => part.replace(/[。；\s]+$/u, ''))
    .join('。')
}

const own: Readonly<Record<number, Trouble>> = {
  401: { kind: 'stop', sentence: '登录已经过期。请重新登录，再打开这里，选同一个文件接着导入，不会重复' },
  403: { kind: 'document', sentence: '您的账号不能写这一条，可能是别的县区的' },
  507: { kind: 'stop', sentence: '服务器的磁盘满了，没有写入。请告诉管理员' },
  409: { kind: 'document', sentence: '在您检查以后，有人改过或新建了这一条。请重新检查一遍再导入' },
}

/** @param error what the client threw */
export function troubleOf(error: unknown): Trouble {
  const status = (error as ClientError | null)?.statusCode
  if (typeof status !== 'number') return { kind: 'later', sentence: '连不上内容库，请检查网络' }
  const known = own[status]
  if (known) return known
  if (status >= 500 || status === 429)
    return { kind: 'later', sentence: '内容库现在很忙，没有回答，请稍等一会儿' }
  return { kind: 'document', sentence: words(error as ClientError) || '内容库没有收下这一条，请告诉管理员' }
}
