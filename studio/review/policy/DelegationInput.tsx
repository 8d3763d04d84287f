/** @file Who is away and who stands in: two people chosen by name, above the days. The name is kept beside the id. */
import { Stack } from '@sanity/ui'
import { set, unset, type ObjectInputProps } from 'sanity'
import { hasDesk, studioSettings } from '../../lake/settings.ts'
import { AccountPicker } from './AccountPicker.tsx'
import { useAccounts, type Account } from './accounts.ts'

/** Its roles know no reviewers. */
const isHosted = hasDesk(studioSettings())

interface Delegation {
  from?: string
  fromName?: string
  to?: string
  toName?: string
}

export function DelegationInput(props: ObjectInputProps) {
  const accounts = useAccounts()
  const { from = '', fromName = '', to = '', toName = '' } = (props.value ?? {}) as Delegation
  const isShut = (props.readOnly ?? false) || accounts === null
  const choose = (id: 'from' | 'to', name: 'fromName' | 'toName') => (account: Account | null) =>
    props.onChange(
      account ? [set(account.id, [id]), set(account.name, [name])] : [unset([id]), unset([name])],
    )
  const reviewers = (accounts ?? []).filter(({ role }) => isHosted || role === 'reviewer')
  return (
    <Stack gap={5}>
      <AccountPicker
        accounts={reviewers}
        chosen={{ id: from, name: fromName }}
        isShut={isShut}
        onChoose={choose('from', 'fromName')}
        title="谁不在"
      />
      <AccountPicker
        accounts={(accounts ?? []).filter(({ id }) => id !== from)}
        chosen={{ id: to, name: toName }}
        isShut={isShut}
        onChoose={choose('to', 'toName')}
        title="请谁代审"
      />
      {props.renderDefault(props)}
    </Stack>
  )
}
