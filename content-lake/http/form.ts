/** @file What pages with forms share: reading a form, answering with a page, sending on. */
import type { IncomingMessage } from 'node:http'
import type { PufaError } from '../../contracts/errors/registry.ts'
import { PAGE_HEADERS, type Fault } from '../accounts/pages/frame.ts'
import type { Reply } from './exchange.ts'
import { readBody } from './read.ts'

const FORM_BYTES_MAX = 16 * 1024

/** The fields of a form. @throws PufaError `lake.request-too-large` */
export const readForm = async (request: IncomingMessage) =>
  new URLSearchParams((await readBody(request, FORM_BYTES_MAX)).toString())

export const htmlReply = (status: number, text: string, headers: Record<string, string> = {}): Reply => ({
  kind: 'text',
  status,
  type: 'text/html; charset=utf-8',
  text,
  headers: { ...PAGE_HEADERS, ...headers },
})

export const seeOther = (location: string, headers: Record<string, string> = {}): Reply => ({
  kind: 'text',
  status: 303,
  type: 'text/plain; charset=utf-8',
  text: '',
  headers: { location, ...headers },
})

/** In words for a person; a reason of ours says more than the remedy that stands for all cases. */
export function faultOf(error: PufaError): Fault {
  const { retryAfterSeconds: wait, reason } = error.details
  if (typeof wait === 'number')
    return {
      title: '登录失败次数过多',
      remedy: `请过 ${Math.ceil(wait / 60)} 分钟再试。忘记密码，请联系本单位的管理员重设。`,
    }
  const isOurs = error.code === 'lake.account-refused' || error.code === 'lake.password-refused'
  return {
    title: error.message,
    remedy: isOurs && typeof reason === 'string' ? `${reason}` : `${error.remedy}。`,
  }
}
