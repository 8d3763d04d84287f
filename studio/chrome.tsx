/**
 * @file Takes from Sanity's frame what leads out of the bureau or exists in English only: the help menu
 * (its links, its feedback form and its diagnostics), the links to the service's own status page and to its
 * manuals. No setting removes them.
 */
import type { LayoutProps } from 'sanity'

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
