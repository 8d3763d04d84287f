/** @file The press under a long list that draws some more of it. */
import { Box, Button } from '@sanity/ui'

/** @param left how many are not drawn; none: nothing is shown */
export function More({ left, onMore }: { left: number; onMore: () => void }) {
  if (left <= 0) return null
  return (
    <Box padding={3}>
      <Button mode="ghost" onClick={onMore} text={`再显示一些（还有 ${left} 份）`} width="fill" />
    </Box>
  )
}
