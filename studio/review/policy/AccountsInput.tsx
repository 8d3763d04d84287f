/** @file A list of accounts to tick, by the names of the people: who goes on working in a key period. */
import { Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { set, unset, type ArrayOfPrimitivesInputProps } from 'sanity'
import { useAccounts, type Account } from './accounts.ts'

function Row(props: { account: Account; isTicked: boolean; isShut: boolean; onTick(): void }) {
  const { account, isTicked, isShut, onTick } = props
  return (
    <Flex align="center" as="label" gap={3}>
      <Checkbox checked={isTicked} disabled={isShut} onChange={onTick} />
      <Text size={1}>
        {account.name}（{account.roleTitle}）
      </Text>
    </Flex>
  )
}

export function AccountsInput({ value, onChange, readOnly }: ArrayOfPrimitivesInputProps) {
  const accounts = useAccounts()
  const ticked = (value ?? []).map(String)
  if (accounts === null)
    return (
      <Text muted size={1}>
        正在读取账号…
      </Text>
    )
  const tick = (id: string) => {
    const next = ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]
    onChange(next.length === 0 ? unset() : set(next))
  }
  const unknown = ticked.filter((id) => !accounts.some((account) => account.id === id))
  const gone = unknown.map((id) => ({ id, name: '已经没有的账号', role: '', roleTitle: '可以取消勾选' }))
  return (
    <Stack gap={3}>
      {[...accounts, ...gone].map((account) => (
        <Row
          account={account}
          isShut={readOnly ?? false}
          isTicked={ticked.includes(account.id)}
          key={account.id}
          onTick={() => tick(account.id)}
        />
      ))}
    </Stack>
  )
}
