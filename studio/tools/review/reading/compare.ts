/** @file A content beside the one that is public: what changed, field by field. Pure. */
import { textChanges, type Stretch } from './diff.ts'
import type { FieldView, Picture } from './view.ts'

export interface ReadField extends FieldView {
  /** `alone`: nothing of this content is public so far. */
  change: 'alone' | 'same' | 'changed' | 'added' | 'removed'
  /** Word by word, where it changed. */
  stretches: readonly Stretch[]
  /** What stood there, where the pictures changed. */
  picturesBefore: readonly Picture[]
}

/** The lines as one text, in which a change of order or indentation shows too. */
export const plainText = ({ lines }: Pick<FieldView, 'lines'>): string =>
  lines.map(({ text, depth }) => `${'　'.repeat(depth)}${text}`).join('\n')

const isEmpty = ({ lines, pictures }: FieldView) => lines.length === 0 && pictures.length === 0
const samePictures = (a: FieldView, b: FieldView) => JSON.stringify(a.pictures) === JSON.stringify(b.pictures)

function changeOf(now: FieldView, before: FieldView): ReadField['change'] {
  if (plainText(now) === plainText(before) && samePictures(now, before)) return 'same'
  if (isEmpty(before)) return 'added'
  return isEmpty(now) ? 'removed' : 'changed'
}

/**
 * @param published null: there is nothing public
 * @returns fields in the order of the form; those that are empty on both sides are left out
 */
export function compared(
  now: readonly FieldView[],
  published: readonly FieldView[] | null,
): readonly ReadField[] {
  const names = [...new Set([...now, ...(published ?? [])].map(({ name }) => name))]
  return names.flatMap((name): ReadField[] => {
    const before = published?.find((field) => field.name === name)
    const found = now.find((field) => field.name === name)
    const title = (found ?? before)?.title ?? name
    const nothing = { name, title, lines: [], pictures: [] }
    const [fresh, old] = [found ?? nothing, before ?? nothing]
    if (isEmpty(fresh) && isEmpty(old)) return []
    if (!published) return [{ ...fresh, change: 'alone', stretches: [], picturesBefore: [] }]
    const change = changeOf(fresh, old)
    return [
      {
        ...fresh,
        change,
        stretches: change === 'same' ? [] : textChanges(plainText(old), plainText(fresh)),
        picturesBefore: samePictures(fresh, old) ? [] : old.pictures,
      },
    ]
  })
}

/** Names of the fields in which nothing stands. */
export const emptyTitles = (fields: readonly FieldView[]): readonly string[] =>
  fields.filter(isEmpty).map(({ title }) => title)
