/**
 * @file The counts of the navbar: what waits for me, and what was returned to me. Live; the tool's own name
 * carries them, so that a narrow window's menu has them too.
 */
import { Box, Button, Card, Flex, Text } from '@sanity/ui'
import { useMemo } from 'react'
import type { NavbarProps, ToolMenuProps } from 'sanity'
import { useRouter, useRouterState } from 'sanity/router'
import { toolName } from './place.ts'
import { countsOf, type Counts } from './tasks.ts'
import { countedTitle } from './titles.ts'
import { useReviewing } from './use-review.ts'

function useCounts(): Counts | null {
  const { known, desk } = useReviewing()
  return useMemo(() => (known ? countsOf(known.rows, known.openCount, desk) : null), [known, desk])
}

/** The tools of the navbar, with the counts in the name of this one. */
export function ToolsWithCounts(props: ToolMenuProps) {
  const counts = useCounts()
  const tools = props.tools.map((tool) =>
    tool.name === toolName ? { ...tool, title: countedTitle(tool.title, counts) } : tool,
  )
  return props.renderDefault({ ...props, tools })
}

/** A narrow window folds the tools away; this line under the navbar says what waits, and leads there. */
const narrowOnly = '@media (min-width: 601px) { .pufa-review-waits.pufa-review-waits { display: none } }'

function Waiting() {
  const counts = useCounts()
  const router = useRouter()
  const state = useRouterState()
  if (!counts || counts.mine + counts.returned === 0 || state['tool'] === toolName) return null
  const list = counts.mine > 0 ? 'mine' : 'returned'
  const words = list === 'mine' ? `${counts.mine} 份内容等您审核` : `${counts.returned} 份内容退回给您`
  return (
    <Card borderBottom className="pufa-review-waits" paddingX={3} paddingY={1} tone="caution">
      <style>{narrowOnly}</style>
      <Flex align="center" gap={3}>
        <Box flex={1}>
          <Text size={2} weight="medium">
            {words}
          </Text>
        </Box>
        <Button
          onClick={() => router.navigate({ tool: toolName, [toolName]: { list } })}
          padding={4}
          text="去看"
          tone="primary"
        />
      </Flex>
    </Card>
  )
}

export function NavbarWithCounts(props: NavbarProps) {
  return (
    <>
      {props.renderDefault(props)}
      <Waiting />
    </>
  )
}
