/** @file What makes the Studio easier to find one's way in: 最近打开, 帮助 with its tour, 全部内容. */
import { definePlugin, type NavbarProps, type SchemaTypeDefinition } from 'sanity'
import { contentsTool } from '../tools/contents/index.ts'
import { withWordsUnderFields } from './fields/with-words.ts'
import { FormFrame } from './FormFrame.tsx'
import { ComfortFrame } from './Frame.tsx'
import { HelpMenu } from './help/HelpMenu.tsx'
import { RecentMenu } from './recent/RecentMenu.tsx'
import { withStates } from './state/with-states.ts'

const ours: NonNullable<NavbarProps['__internal_actions']> = [
  { name: 'recent', location: 'topbar', render: () => <RecentMenu /> },
  { name: 'help', location: 'topbar', render: () => <HelpMenu /> },
  { name: 'recent-aside', location: 'sidebar', render: () => <RecentMenu isAside /> },
  { name: 'help-aside', location: 'sidebar', render: () => <HelpMenu isAside /> },
]

function ComfortNavbar(props: NavbarProps) {
  return props.renderDefault({ ...props, __internal_actions: [...(props.__internal_actions ?? []), ...ours] })
}

export const comfort = definePlugin({
  name: 'pufa-comfort',
  tools: [contentsTool],
  document: { components: { unstable_layout: FormFrame } },
  studio: { components: { layout: ComfortFrame, navbar: ComfortNavbar } },
})

/** Every field says what to write in it, every row where its content stands. */
export const comfortTypes = (types: SchemaTypeDefinition[], isReviewed: boolean): SchemaTypeDefinition[] =>
  withStates(withWordsUnderFields(types), isReviewed)
