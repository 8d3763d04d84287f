/** @file One person of a hosted project: chosen by name, above what he may approve. The name is kept beside the id. */
import { Stack } from '@sanity/ui'
import { set, unset, type ObjectInputProps } from 'sanity'
import { AccountPicker } from './AccountPicker.tsx'
import { useAccounts, type Account } from './accounts.ts'

export function PersonInput(props: ObjectInputProps) {
  const accounts = useAccounts()
  const { id = '', name = '' } = (props.value ?? {}) as { id?: string; name?: string }
  const choose = (account: Account | null) =>
    props.onChange(
      account ? [set(account.id, ['id']), set(account.name, ['name'])] : [unset(['id']), unset(['name'])],
    )
  return (
    <Stack gap={5}>
      <AccountPicker
        accounts={accounts ?? []}
        chosen={{ id, name }}
        isShut={(props.readOnly ?? false) || accounts === null}
        onChoose={choose}
        title="谁"
      />
      {props.renderDefault(props)}
    </Stack>
  )
}
