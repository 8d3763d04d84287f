/** @file 帮助 in the navbar: the tour once more, the keys, and the guides where this Studio has them. */
import { BookIcon } from '@sanity/icons/Book'
import { ControlsIcon } from '@sanity/icons/Controls'
import { HelpCircleIcon } from '@sanity/icons/HelpCircle'
import { PlayIcon } from '@sanity/icons/Play'
import { Button } from '@sanity/ui'
import { Menu, MenuButton, MenuItem } from '@sanity/ui/menu'
import { useRef } from 'react'
import { useTools } from 'sanity'
import { useRouter } from 'sanity/router'
import { closeDrawer } from '../aside.ts'
import { useHelp } from './context.ts'

const guides = 'guides'

export function HelpMenu({ isAside = false }: { isAside?: boolean }) {
  const help = useHelp()
  const router = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  const choose = (deed: () => void) => () => {
    if (isAside) closeDrawer(button.current)
    deed()
  }
  const hasGuides = useTools().some(({ name }) => name === guides)
  return (
    <MenuButton
      button={
        <Button
          data-pufa="help"
          fontSize={1}
          icon={HelpCircleIcon}
          justify={isAside ? 'flex-start' : 'center'}
          mode="bleed"
          padding={isAside ? 3 : 2}
          ref={button}
          style={isAside ? { minHeight: 44 } : {}}
          text="帮助"
          {...(isAside ? { width: 'fill' as const } : {})}
        />
      }
      id={isAside ? 'pufa-help-aside' : 'pufa-help'}
      menu={
        <Menu>
          <MenuItem
            fontSize={1}
            icon={PlayIcon}
            onClick={choose(help.startTour)}
            padding={3}
            text="重看引导"
          />
          <MenuItem
            fontSize={1}
            icon={ControlsIcon}
            onClick={choose(help.showKeys)}
            padding={3}
            text="键盘操作"
          />
          {hasGuides && (
            <MenuItem
              fontSize={1}
              icon={BookIcon}
              onClick={choose(() => router.navigate({ tool: guides, [guides]: {} }))}
              padding={3}
              text="使用指南"
            />
          )}
        </Menu>
      }
      popover={{ portal: true, placement: isAside ? 'bottom-start' : 'bottom-end' }}
    />
  )
}
