/**
 * @file Holds the forms of what wants review while a key period is in force and the person is not on its
 * list. The lake refuses every write then; a form that took them would only lose them.
 *
 * Sanity asks a type whether it is read-only, and hands nothing in but the document. So the answer is kept
 * here for all forms of the page, and a form is built afresh when it changes.
 */
import type { ConditionalPropertyCallbackContext, SchemaTypeDefinition } from 'sanity'
import { wantsReview } from '../../contracts/documents/kinds.ts'

let isHeld = false

export function hold(held: boolean): void {
  isHeld = held
}

/** Whoever reviews writes nothing: a form that let them would lose what they typed. */
const reviews = ({ currentUser }: ConditionalPropertyCallbackContext): boolean =>
  currentUser?.roles.some(({ name }) => name === 'reviewer') ?? false

/** The types as they are, those of review read-only while a key period holds them, and for reviewers. */
export const heldInKeyPeriod = (types: SchemaTypeDefinition[]): SchemaTypeDefinition[] =>
  types.map((type) =>
    type.type === 'document' && wantsReview(type.name, true)
      ? ({
          ...type,
          readOnly: (context: ConditionalPropertyCallbackContext) => isHeld || reviews(context),
        } as SchemaTypeDefinition)
      : type,
  )
