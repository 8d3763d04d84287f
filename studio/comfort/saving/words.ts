/** @file What is said of the connection while a form is open: nothing as long as all is well. Pure. */

export type Connection = 'connecting' | 'reconnecting' | 'connected'

export interface Saving {
  connection: Connection
  /** Something typed is not at the lake so far. */
  isSyncing: boolean
  /** The connection was lost while this form was open, and it has not been said that it is back. */
  wasCut: boolean
}

export interface SavingWords {
  tone: 'caution' | 'positive'
  text: string
}

/** @returns null: nothing to say; the form's own foot says when it was saved last */
export function savingWords({ connection, isSyncing, wasCut }: Saving): SavingWords | null {
  if (connection === 'reconnecting')
    return {
      tone: 'caution',
      text: isSyncing
        ? '⚠ 网络断了，正在重新连接。刚才写的字还没有存上，请不要关掉这一页，连上以后会自己存上。'
        : '⚠ 网络断了，正在重新连接。写过的字都存好了；现在先不能接着写，连上以后就可以。',
    }
  if (!wasCut) return null
  if (isSyncing) return { tone: 'caution', text: '◔ 网络好了，正在把刚才写的字存上…' }
  return { tone: 'positive', text: '✓ 网络好了，写的字都存上了。' }
}
