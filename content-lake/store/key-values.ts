/** @file Each user's own small settings of the Studio's surface (`/users/me/keyvalue`). */
import type { DatabaseSync } from 'node:sqlite'

export interface KeyValue {
  key: string
  value: unknown
}

export class KeyValues {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  get(userId: string, keys: readonly string[]): KeyValue[] {
    const select = this.#database.prepare('SELECT value FROM key_values WHERE user_id = ? AND key = ?')
    return keys.flatMap((key) => {
      const row = select.get(userId, key)
      return row ? [{ key, value: JSON.parse(String(row['value'])) as unknown }] : []
    })
  }

  put(userId: string, pairs: readonly KeyValue[]): void {
    const put = this.#database.prepare('INSERT OR REPLACE INTO key_values(user_id, key, value) VALUES(?,?,?)')
    for (const { key, value } of pairs) put.run(userId, key, JSON.stringify(value ?? null))
  }
}
