/**
 * @file Takes from Sanity's frame what leads out of the bureau or exists in English only: the help menu
 * (its links, its feedback form and its diagnostics) and the links to the service's own status page.
 * No setting removes them.
 */
import type { LayoutProps } from 'sanity'

const statusPage = 'a[href="https://status.sanity.io"]'
const hidden = `[data-testid="button-resources-menu"], ${statusPage}, li:has(${statusPage}) { display: none }`

export function StudioFrame(props: LayoutProps) {
  return (
    <>
      <style>{hidden}</style>
      {props.renderDefault(props)}
    </>
  )
}
