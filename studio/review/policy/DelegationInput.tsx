/** @file Who is away and who stands in: two people chosen by name, above the days. The name is kept beside the id. */
import { Select, Stack, Text } from '@sanity/ui'
import { set, unset, type ObjectInputProps } from 'sanity'
import { useAccounts, type Account } from './accounts.ts'

interface Delegation {
  from?: string
  fromName?: string
  to?: string
  toName?: string
}

interface PickerProps {
  title: string
  accounts: readonly Account[]
  chosen: { id: string; name: string }
  isShut: boolean
  onChoose(account: Account | null): void
}

function Picker({ title, accounts, chosen, isShut, onChoose }: PickerProps) {
  const isKnown = chosen.id === '' || accounts.some(({ id }) => id === chosen.id)
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      <Select
        aria-label={title}
        disabled={isShut}
        fontSize={2}
        onChange={(event) => onChoose(accounts.find(({ id }) => id === event.currentTarget.value) ?? null)}
        value={chosen.id}
      >
        <option value="">请选择</option>
        {accounts.map(({ id, name, roleTitle }) => (
          <option key={id} value={id}>
            {name}（{roleTitle}）
          </option>
        ))}
        {!isKnown && <option value={chosen.id}>{chosen.name || '已经没有的账号'}</option>}
      </Select>
    </Stack>
  )
}

export function DelegationInput(props: ObjectInputProps) {
  const accounts = useAccounts()
  const { from = '', fromName = '', to = '', toName = '' } = (props.value ?? {}) as Delegation
  const isShut = (props.readOnly ?? false) || accounts === null
  const choose = (id: 'from' | 'to', name: 'fromName' | 'toName') => (account: Account | null) =>
    props.onChange(
      account ? [set(account.id, [id]), set(account.name, [name])] : [unset([id]), unset([name])],
    )
  const reviewers = (accounts ?? []).filter(({ role }) => role === 'reviewer')
  return (
    <Stack gap={5}>
      <Picker
        accounts={reviewers}
        chosen={{ id: from, name: fromName }}
        isShut={isShut}
        onChoose={choose('from', 'fromName')}
        title="谁不在"
      />
      <Picker
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
