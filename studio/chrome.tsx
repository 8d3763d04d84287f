/**
 * @file Takes from Sanity's frame what leads out of the bureau or exists in English only: the help menu
 * (its links, its feedback form and its diagnostics). No setting removes it.
 */
import type { LayoutProps } from 'sanity'

const hidden = '[data-testid="button-resources-menu"] { display: none }'

export function StudioFrame(props: LayoutProps) {
  return (
    <>
      <style>{hidden}</style>
      {props.renderDefault(props)}
    </>
  )
}
