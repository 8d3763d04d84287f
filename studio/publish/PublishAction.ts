/**
 * @file Sanity's publish action, with a press that is never lost: it shows what it waits for and publishes
 * by itself. When it may be pressed, for whom and why not stays Sanity's. Button and shortcut share it.
 */
import { useTranslation, type DocumentActionComponent } from 'sanity'
import { structureLocaleNamespace } from 'sanity/structure'
import { inPlaceOfPublish, madeOnce } from './made-once.ts'
import { usePress } from './use-press.ts'
import { usePublishShortcut } from './use-shortcut.ts'
import { checkingWords, publishingLabel } from './words.ts'

const holdingPresses = madeOnce((original) => (props) => {
  const shown = original(props)
  const { stage, begin } = usePress(props.id, props.type)
  // What is edited in place or belongs to a release is published in another way.
  const ours = shown !== null && !props.liveEdit && !props.version
  // Errors that Sanity found may be those of an older copy; a press by the keys checks for itself.
  const { t } = useTranslation(structureLocaleNamespace)
  const isHeldByErrors = shown?.title === t('action.publish.validation-issues.tooltip')
  const mayBegin = ours && stage === null && (!shown.disabled || isHeldByErrors)
  usePublishShortcut(mayBegin ? begin : null)
  if (!ours) return shown
  switch (stage) {
    case 'checking':
      return { ...shown, ...checkingWords, disabled: true, shortcut: null }
    case 'publishing':
      return { ...shown, label: publishingLabel, title: null, disabled: true, shortcut: null }
    case null:
      return { ...shown, onHandle: begin }
  }
})

/** Puts it in the place of Sanity's own. */
export const withHeldPresses = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  inPlaceOfPublish(actions, holdingPresses)
