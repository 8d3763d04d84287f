/** @file Words and marks of the tool, and times as people read them. Pure. */
import { instantWords } from '../../../instant-words.ts'
import type { CheckedRow } from '../check/check.ts'
import type { PastImport } from '../write/past.ts'

type Tone = 'positive' | 'primary' | 'default' | 'critical' | 'caution'

interface Word {
  label: string
  mark: string
  tone: Tone
}

export const rowStates: Readonly<Record<CheckedRow['state'], Word>> = {
  wrong: { label: '有误', mark: '⚠', tone: 'critical' },
  made: { label: '新增', mark: '＋', tone: 'positive' },
  changed: { label: '更新', mark: '✎', tone: 'primary' },
  same: { label: '不变', mark: '＝', tone: 'default' },
}

export const importStates: Readonly<Record<PastImport['state'], Word>> = {
  done: { label: '已导入', mark: '✔', tone: 'positive' },
  unfinished: { label: '没有做完', mark: '◔', tone: 'caution' },
  undone: { label: '已撤销', mark: '■', tone: 'default' },
  'half-undone': { label: '撤销了一部分', mark: '◧', tone: 'caution' },
}

/** `2026年11月22日 9:05`; empty where the record holds no time. */
export const timeWords = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? '' : instantWords(iso))
