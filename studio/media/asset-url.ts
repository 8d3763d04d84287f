/** @file Where the file of an asset lies, asked of the lake. */
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'

const apiVersion = '2025-02-19'

/** @returns `null` while it is not known, or where there is none */
export function useAssetUrl(asset: string | undefined): string | null {
  const client = useClient({ apiVersion })
  const [known, setKnown] = useState<{ asset: string; url: string } | null>(null)
  useEffect(() => {
    if (asset === undefined) return
    let left = false
    client
      .fetch<string | null>('*[_id == $asset][0].url', { asset }, { tag: 'media.url' })
      .then((url) => {
        if (!left && url) setKnown({ asset, url })
      })
      .catch(() => {
        // Without the lake the form itself says that the line is cut.
        if (!left) setKnown(null)
      })
    return () => {
      left = true
    }
  }, [client, asset])
  return known !== null && known.asset === asset ? known.url : null
}
