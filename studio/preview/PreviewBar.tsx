/** @file Above a form: one press opens how screens or the site will show what is being written. */
import { Button, Flex, Stack } from '@sanity/ui'
import { useContext } from 'react'
import type { ObjectInputProps } from 'sanity'
import { DocumentPaneContext } from 'sanity/_singletons'
import { screenPreviewName, sitePreviewName } from './names.ts'
import { PageIcon, PanelIcon } from './icons.tsx'

const previews = [
  { name: screenPreviewName, text: '屏上预览', icon: PanelIcon },
  { name: sitePreviewName, text: '网站预览', icon: PageIcon },
] as const

export function PreviewBar(props: ObjectInputProps) {
  const pane = useContext(DocumentPaneContext)
  const form = props.renderDefault(props)
  if (!pane || props.path.length > 0) return form
  const open = pane.inspector?.name
  return (
    <Stack gap={5}>
      <Flex gap={2} wrap="wrap">
        {previews
          .filter(({ name }) => pane.inspectors.some((each) => each.name === name))
          .map(({ name, text, icon }) => (
            <Button
              aria-pressed={open === name}
              fontSize={1}
              icon={icon}
              key={name}
              mode="ghost"
              onClick={() => (open === name ? pane.closeInspector(name) : pane.openInspector(name))}
              padding={3}
              selected={open === name}
              text={open === name ? `收起${text}` : text}
            />
          ))}
      </Flex>
      {form}
    </Stack>
  )
}
