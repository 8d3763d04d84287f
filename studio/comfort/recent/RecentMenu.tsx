/** @file 最近打开 in the navbar: one press, and what she worked on last is there to be opened again. */
import { ClockIcon } from '@sanity/icons/Clock'
import { Box, Button, Text } from '@sanity/ui'
import { Menu, MenuButton, MenuDivider, MenuItem } from '@sanity/ui/menu'
import { useRef, useState, type MouseEvent } from 'react'
import { useIntentLink, useRouter } from 'sanity/router'
import { typeTitle } from '../../review/type-titles.ts'
import { contentsToolName } from '../../tools/contents/name.ts'
import { closeDrawer } from '../aside.ts'
import type { Titled } from './recent.ts'
import { useRecent } from './use-recent.ts'

function RecentItem({ id, type, title, onOpen }: Titled & { onOpen: () => void }) {
  const { href, onClick } = useIntentLink({ intent: 'edit', params: { id, type } })
  return (
    <MenuItem
      as="a"
      href={href}
      onClick={(event: MouseEvent<HTMLElement>) => {
        onOpen()
        onClick(event)
      }}
      padding={3}
    >
      <Box style={{ maxWidth: 320 }}>
        <Text size={1} textOverflow="ellipsis" weight="medium">
          {title}
        </Text>
        <Box marginTop={2}>
          <Text muted size={0}>
            {typeTitle(type)}
          </Text>
        </Box>
      </Box>
    </MenuItem>
  )
}

export function RecentMenu({ isAside = false }: { isAside?: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const recent = useRecent(isOpen)
  const router = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  const leave = () => {
    if (isAside) closeDrawer(button.current)
  }
  return (
    <MenuButton
      button={
        <Button
          data-pufa="recent"
          fontSize={1}
          icon={ClockIcon}
          justify={isAside ? 'flex-start' : 'center'}
          mode="bleed"
          padding={isAside ? 3 : 2}
          ref={button}
          style={isAside ? { minHeight: 44 } : {}}
          text="最近打开"
          {...(isAside ? { width: 'fill' as const } : {})}
        />
      }
      id={isAside ? 'pufa-recent-aside' : 'pufa-recent'}
      menu={
        <Menu style={{ maxHeight: '70vh', minWidth: 240, overflow: 'auto' }}>
          {recent === null && <MenuItem disabled text="正在找…" />}
          {recent?.length === 0 && <MenuItem disabled text="还没有打开过内容。打开一篇，就会记在这里" />}
          {recent?.map((each) => (
            <RecentItem key={each.id} {...each} onOpen={leave} />
          ))}
          <MenuDivider />
          <MenuItem
            fontSize={1}
            onClick={() => {
              leave()
              router.navigate({ tool: contentsToolName, [contentsToolName]: {} })
            }}
            padding={3}
            text="看全部内容"
          />
        </Menu>
      }
      onClose={() => setOpen(false)}
      onOpen={() => setOpen(true)}
      popover={{ portal: true, placement: isAside ? 'bottom-start' : 'bottom-end' }}
    />
  )
}
