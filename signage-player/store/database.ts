/**
 * @file IndexedDB as promises: just what the store needs, since the script's size is bounded.
 *
 * Writes are strict: they are on the disk, not on their way to it, when the promise resolves.
 */

/** @returns what the request brought */
export function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database refused'))
  })
}

export interface Database {
  read<Result>(store: string, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result>
  /** All of `work` is written, or nothing; resolves with the work's last result once it is on disk. */
  write<Result>(
    stores: string[],
    work: (store: (name: string) => IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result>
}

/** @throws DOMException where the browser keeps no database (a private window, a full disk) */
export async function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Promise<Database> {
  const opening = indexedDB.open(name, version)
  opening.onupgradeneeded = () => upgrade(opening.result)
  const database = await done(opening)
  return {
    read: (store, work) => done(work(database.transaction(store).objectStore(store))),
    write: (stores, work) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
        const request = work((store) => transaction.objectStore(store))
        transaction.oncomplete = () => resolve(request.result)
        transaction.onabort = () => reject(transaction.error ?? new Error('the database gave up'))
      }),
  }
}
