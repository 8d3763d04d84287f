/** @file One account chosen by the name of its person. */
import { Select, Stack, Text } from '@sanity/ui'
import type { Account } from './accounts.ts'

interface AccountPickerProps {
  title: string
  accounts: readonly Account[]
  chosen: { id: string; name: string }
  isShut: boolean
  onChoose(account: Account | null): void
}

export function AccountPicker({ title, accounts, chosen, isShut, onChoose }: AccountPickerProps) {
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
