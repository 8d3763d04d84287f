/**
 * @file Review (三审三校) in the Studio: its badge, its banner, its record. Its buttons stand in config.ts,
 * since what a plugin puts first others put theirs before.
 *
 * Nothing is decided here: the lake lets nothing out that is not approved. Where review is switched off the
 * frame says so on every page, and 发布 stays.
 */
import { Card, Text } from '@sanity/ui'
import { definePlugin, type NavbarProps } from 'sanity'
import { wantsReview } from '../../contracts/documents/kinds.ts'
import { FormTop } from './FormTop.tsx'
import { reviewRecord } from './inspector.tsx'
import { ReviewBadge } from './ReviewBadge.ts'

function UnreviewedNavbar(props: NavbarProps) {
  return (
    <>
      <Card padding={2} tone="caution" title="启动时设置了 PUFA_REVIEW=0">
        <Text align="center" size={1}>
          ⚠ 未开启三审，仅供试用：管理员一个人就能发布
        </Text>
      </Card>
      {props.renderDefault(props)}
    </>
  )
}

const reviewed = definePlugin({
  name: 'pufa-review',
  document: {
    badges: (badges, { schemaType }) => (wantsReview(schemaType, true) ? [ReviewBadge, ...badges] : badges),
    inspectors: (inspectors, { documentType }) =>
      wantsReview(documentType, true) ? [...inspectors, reviewRecord] : inspectors,
  },
  form: { components: { input: FormTop } },
})

const unreviewed = definePlugin({
  name: 'pufa-unreviewed',
  studio: { components: { navbar: UnreviewedNavbar } },
})

/** @param isReviewed as the program was started */
export const review = (isReviewed: boolean) => (isReviewed ? reviewed() : unreviewed())
