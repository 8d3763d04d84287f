/**
 * @file A form that shows and takes nothing: in a key period, and for whoever reviews. Pure.
 *
 * The lake refuses every write then; a form that took them would only lose what was typed. Sanity reckons
 * what is read-only from the document alone, so it is set here on the form as reckoned.
 */

/** What a form is made of, as far as it matters here. */
export interface FormPart {
  readOnly?: boolean
  members?: readonly FormMember[]
}

export interface FormMember {
  kind: string
  field?: FormPart
  item?: FormPart
  fieldSet?: FormPart
}

/** @returns the part with everything in it read-only; the part handed in is not touched */
export function heldPart<Part extends FormPart>(part: Part): Part {
  const { members } = part
  return { ...part, readOnly: true, ...(members ? { members: members.map(heldMember) } : {}) }
}

function heldMember(member: FormMember): FormMember {
  const { field, item, fieldSet } = member
  return {
    ...member,
    ...(field ? { field: heldPart(field) } : {}),
    ...(item ? { item: heldPart(item) } : {}),
    ...(fieldSet ? { fieldSet: heldPart(fieldSet) } : {}),
  }
}
