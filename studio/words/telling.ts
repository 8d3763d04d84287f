/** @file The words of the panel of findings. Pure. */
import type { Finding } from '../../contracts/words/finding.ts'
import type { Found } from './use-findings.ts'

/** By word and shape, for whoever does not tell colours apart. */
export function kindWords({ kind, of }: Finding): { mark: string; word: string } {
  if (kind === 'suggest') return { mark: '◇', word: of === 'citation' ? '请核对引用' : '建议改' }
  return { mark: '■', word: of === 'citation' ? '引用有误' : '不能用' }
}

export function countWords(state: Found['state'], findings: readonly Finding[]): string {
  if (state === 'failed') return '⚠ 词表没有读到，用词还没有检查。请看看网络，过一会儿再改一个字试试。'
  if (state === 'looking' && findings.length === 0) return '正在检查用词和法律引用……'
  const blocks = findings.filter(({ kind }) => kind === 'block').length
  const rest = findings.length - blocks
  if (findings.length === 0) return '✓ 用词和法律引用没有发现问题'
  const parts = [
    ...(blocks > 0 ? [`${blocks} 处要改掉才能发布`] : []),
    ...(rest > 0 ? [`${rest} 处请再看看，不改也能发布`] : []),
  ]
  return `用词把关：${parts.join('，')}`
}
