/**
 * @file Takes from Sanity's frame what leads out of the bureau or exists in English only: the help menu
 * (its links, its feedback form and its diagnostics), the links to the service's own status page and to its
 * manuals. No setting removes them. Adds the way to a person's own account, which the lake's pages keep.
 */
import { Button, Flex } from '@sanity/ui'
import type { LayoutProps, NavbarProps, ToolMenuProps } from 'sanity'
import { studioSettings } from './lake/settings.ts'
import { NavbarWithCounts, ToolsWithCounts } from './tools/review/counts.tsx'

const statusPage = 'a[href="https://status.sanity.io"]'
const manuals = 'a[href^="https://www.sanity.io/docs"]'
const hidden = `[data-testid="button-resources-menu"], ${statusPage}, li:has(${statusPage}), ${manuals} { display: none }`

export function StudioFrame(props: LayoutProps) {
  return (
    <>
      <style>{hidden}</style>
      {props.renderDefault(props)}
    </>
  )
}

const { isReviewed } = studioSettings()

/** Where others approve what goes out, the navbar says what waits for whom. */
export function StudioNavbar(props: NavbarProps) {
  return isReviewed ? <NavbarWithCounts {...props} /> : props.renderDefault(props)
}

/** With the embedded lake only: a hosted one manages accounts by its own service. */
export function ToolsWithAccount(props: ToolMenuProps) {
  return (
    <Flex direction={props.context === 'sidebar' ? 'column' : 'row'} gap={1}>
      {isReviewed ? <ToolsWithCounts {...props} /> : props.renderDefault(props)}
      <Button as="a" href="/account" mode="bleed" padding={3} text="账号" />
    </Flex>
  )
}
