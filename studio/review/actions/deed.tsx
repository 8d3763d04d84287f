/**
 * @file One button of review: shown where the pure rule offers it, shut with the reason in words, and
 * opening a dialog that says what will happen before anything does.
 */
import { useState, type ComponentType, type ReactNode } from 'react'
import {
  getPublishedId,
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
} from 'sanity'
import { publishKeys, usePublishShortcut } from '../../publish/use-shortcut.ts'
import type { Offer } from '../offers.ts'
import type { Seen } from '../seen.ts'
import { useSeen } from '../use-seen.ts'

export interface FormProps {
  seen: Seen
  shown: DocumentActionProps
  /** Id of the published content. */
  subject: string
  close(): void
}

export interface Deed {
  /** Unlike all others; what the Studio knows the button by. */
  name: string
  icon: ComponentType
  tone?: DocumentActionDescription['tone']
  header: string
  /** It takes the place of 发布, and with it its keys. */
  isPublishKeyed?: boolean
  offerOf(seen: Seen): Offer | null
  Form: ComponentType<FormProps>
}

export function deedAction(deed: Deed): DocumentActionComponent {
  const { name, icon, tone, header, offerOf, Form, isPublishKeyed = false } = deed
  const ReviewAction: DocumentActionComponent = (shown) => {
    const seen = useSeen(shown)
    const [isOpen, setOpen] = useState(false)
    const offer = seen && offerOf(seen)
    const open = offer?.why === null ? () => setOpen(true) : null
    usePublishShortcut(isPublishKeyed ? open : null)
    if (!seen || !offer) return null
    const close = () => setOpen(false)
    const content: ReactNode = (
      <Form close={close} seen={seen} shown={shown} subject={getPublishedId(shown.id)} />
    )
    return {
      label: offer.label,
      icon,
      ...(tone ? { tone } : {}),
      ...(isPublishKeyed ? { shortcut: publishKeys } : {}),
      disabled: offer.why !== null,
      title: offer.why,
      onHandle: () => setOpen(true),
      dialog: isOpen && { type: 'dialog', header, width: 'medium', onClose: close, content },
    }
  }
  ReviewAction.displayName = name
  return ReviewAction
}
