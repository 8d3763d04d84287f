/** @file Rules on the address of a broadcast. Pure. */
import type { Verdict } from './text.ts'

/** What the relay would refuse, whatever the server's settings. */
export function liveSource(text: string | undefined): Verdict {
  if (!text) return true
  const url = URL.parse(text)
  if (!url || !['https:', 'http:'].includes(url.protocol))
    return '请写完整的网址，例如 https://live.example.cn/ting/1.m3u8'
  if (url.username || url.password) return '网址里不能写账号和密码'
  return url.pathname.endsWith('.m3u8') || '要写 HLS 地址，问号之前以 .m3u8 结尾'
}

export function plainLiveSource(text: string | undefined): Verdict {
  return (
    !text?.startsWith('http:') || '不加密的地址只在内网可用，而且要请系统管理员先允许（PUFA_LIVE_PRIVATE）'
  )
}
