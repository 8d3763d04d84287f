/**
 * @file What belongs to one person: kept by the lake under her account, so that it follows her to another
 * computer. Two people at one browser do not see each other's: the account is part of the key.
 */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useCurrentUser, useKeyValueStore } from 'sanity'

/** The part of Sanity's store that is used; what it holds is JSON. */
interface Store {
  getKey(key: string): {
    subscribe(observer: { next(value: unknown): void; error(): void }): { unsubscribe(): void }
  }
  setKey(key: string, value: never): Promise<unknown>
}

/** @param name of what is kept @param account id of the account */
export const keyOf = (name: string, account: string): string => `pufa.${name}.${account}`

/**
 * @param name of what is kept, the same on every computer
 * @param read makes of what is stored, whatever it is, a value that can be shown; it is one function for good
 * @returns the value, null until it is known and while nobody is signed in; and how to keep another
 */
export function useKept<Value>(
  name: string,
  read: (stored: unknown) => Value,
): readonly [Value | null, (next: Value) => void] {
  const store = useKeyValueStore() as unknown as Store
  const account = useCurrentUser()?.id ?? null
  const key = account === null ? null : keyOf(name, account)
  const [told, setTold] = useState<{ key: string; value: Value } | null>(null)
  useEffect(() => {
    if (key === null) return
    const heard = store.getKey(key).subscribe({
      next: (stored) => setTold({ key, value: read(stored) }),
      // A lake that does not answer is told of by the whole page; here there is nothing kept.
      error: () => setTold({ key, value: read(null) }),
    })
    return () => heard.unsubscribe()
  }, [store, key, read])
  const keep = useCallback(
    (value: Value) => {
      if (key === null) return
      setTold({ key, value })
      void store.setKey(key, value as never)
    },
    [store, key],
  )
  const value = told !== null && told.key === key ? told.value : null
  return useMemo(() => [value, keep] as const, [value, keep])
}
