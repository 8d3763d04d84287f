/**
 * @file Takes from Sanity's frame what leads out of the bureau or exists in English only: the help menu
 * (its links, its feedback form and its diagnostics), the links to the service's own status page, to its
 * manuals and to its own pages of administration. No setting removes them. Adds the way to a person's own
 * account, which the lake's pages keep.
 */
import { Button, Flex } from '@sanity/ui'
import type { LayoutProps, NavbarProps, ToolMenuProps } from 'sanity'
import { studioSettings } from './lake/settings.ts'
import { NavbarWithCounts, ToolsWithCounts } from './tools/review/counts.tsx'

const statusPage = 'a[href="https://status.sanity.io"]'
const manuals = 'a[href^="https://www.sanity.io/docs"]'
const service = 'a[href^="https://www.sanity.io/manage"]'
const hidden = `[data-testid="button-resources-menu"], ${statusPage}, li:has(${statusPage}), ${manuals},
  ${service}, div:has(> ul > li > ${service}) { display: none }`

/** A thumb finds the presses of the frame too. */
const forThumbs = `@media (max-width: 600px) {
  [data-testid="studio-navbar"] button:has([data-sanity-icon="menu"]) {
    min-width: 44px; min-height: 44px; margin: -6px -10px }
  .pufa-tools-aside a, .pufa-tools-aside button { min-height: 44px } }`

export function StudioFrame(props: LayoutProps) {
  return (
    <>
      <style>{hidden + forThumbs}</style>
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
  const isAside = props.context === 'sidebar'
  return (
    <Flex className={isAside ? 'pufa-tools-aside' : ''} direction={isAside ? 'column' : 'row'} gap={1}>
      {isReviewed ? <ToolsWithCounts {...props} /> : props.renderDefault(props)}
      <Button
        as="a"
        href="/account"
        justify={isAside ? 'flex-start' : 'center'}
        mode="bleed"
        padding={3}
        text="账号"
      />
    </Flex>
  )
}
