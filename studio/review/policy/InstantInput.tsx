/** @file Day and time of the bureau's wall clock over an instant in UTC, as the rules of review keep it. */
import { PatchEvent, set, unset, type StringInputProps } from 'sanity'
import { EndInput, MomentInput } from '../../inputs/LocalTimeInput.tsx'
import { instantOfLocal, localOfInstant } from './instants.ts'

function localProps(props: StringInputProps): StringInputProps {
  const { value, onChange } = props
  return {
    ...props,
    value: value === undefined ? undefined : localOfInstant(value),
    onChange(patches) {
      const [patch] = PatchEvent.from(patches).patches
      const local = patch?.type === 'set' && typeof patch.value === 'string' ? patch.value : null
      const instant = local === null ? null : instantOfLocal(local)
      onChange(instant === null ? unset() : set(instant))
    },
  }
}

export const InstantInput = (props: StringInputProps) => <MomentInput {...localProps(props)} />

/** A day without a time counts to its end. */
export const InstantEndInput = (props: StringInputProps) => <EndInput {...localProps(props)} />
