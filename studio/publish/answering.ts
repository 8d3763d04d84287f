/**
 * @file 发布 for whoever answers readers. Sanity shuts the button for those who may not make such a document
 * anew, and only who receives reports may; the lake lets the desk change the ones that are there.
 */
import { useDocumentPairPermissions, type DocumentActionComponent } from 'sanity'
import { inPlaceOfPublish, madeOnce } from './made-once.ts'
import { publishKeys } from './use-shortcut.ts'

const answering = madeOnce((original) => (props) => {
  const shown = original(props)
  const { id, type, draft, published } = props
  const [may] = useDocumentPairPermissions({ id, type, permission: 'update' })
  // A missing right is told in an element, every other reason in words.
  const isShutByRight = shown?.disabled && shown.title && typeof shown.title !== 'string'
  if (!isShutByRight || !draft || !published || !may?.granted) return shown
  return { ...shown, disabled: false, title: null, shortcut: publishKeys }
})

/** Of readers' reports only; everything else goes out by review. */
export const withAnswers = (actions: DocumentActionComponent[], type: string): DocumentActionComponent[] =>
  type === 'errorReport' ? inPlaceOfPublish(actions, answering) : actions
