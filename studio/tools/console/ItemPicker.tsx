/** @file Finds content by its words, and keeps what was chosen. */
import { Box, Button, Card, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useEffect, useState, type ChangeEvent } from 'react'
import { useClient, useSchema } from 'sanity'
import { apiVersion } from '../../structure/lists.ts'
import { readScreens } from './asking.ts'
import { oneLine, searchQuery, searchWords, titlesQuery, withdrawableTypes, type Found } from './picking.ts'
import { Empty, Trouble, Waiting } from './Pieces.tsx'
import { usePolled } from './polled.ts'

interface ItemPickerProps {
  chosen: readonly Found[]
  onChange(chosen: readonly Found[]): void
}

const typingMs = 300
const onAirEveryMs = 30_000

/** What screens say that they show at this moment: in a hurry it is mostly that which must go. */
function useOnAir(): readonly Found[] {
  const client = useClient({ apiVersion })
  const [found, setFound] = useState<readonly Found[]>([])
  const screens = usePolled('screens', onAirEveryMs, readScreens)
  const ids = (screens.value?.screens ?? []).flatMap(({ nowPlaying }) => nowPlaying?.item ?? [])
  const key = [...new Set(ids)].sort().join(' ')
  useEffect(() => {
    if (key === '') return
    let left = false
    client.fetch<Found[]>(titlesQuery, { ids: key.split(' ') }).then(
      (answer) => {
        if (!left) setFound(answer.filter(({ _type }) => withdrawableTypes.includes(_type)))
      },
      () => setFound([]),
    )
    return () => {
      left = true
    }
  }, [client, key])
  return found
}

function useFound(typed: string): { found: readonly Found[] | null; failed: boolean } {
  const client = useClient({ apiVersion })
  const [found, setFound] = useState<readonly Found[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      const params = { types: withdrawableTypes, words: searchWords(typed) }
      client.fetch<Found[]>(searchQuery, params).then(
        (answer) => {
          if (left) return
          setFound(answer)
          setFailed(false)
        },
        () => {
          if (!left) setFailed(true)
        },
      )
    }, typingMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [client, typed])
  return { found, failed }
}

interface ChoicesProps {
  title: string
  items: readonly Found[]
  chosen: ReadonlySet<string>
  kind(item: Found): string
  onChoose(item: Found): void
}

function Choices({ title, items, chosen, kind, onChoose }: ChoicesProps) {
  return (
    <Stack gap={2}>
      <Text muted size={1}>
        {title}
      </Text>
      {items
        .filter(({ _id }) => !chosen.has(_id))
        .map((item) => (
          <Card border key={item._id} padding={2} radius={2}>
            <Flex align="center" gap={3} justify="space-between">
              <Box flex={1}>
                <Text size={1}>
                  {kind(item)}：{oneLine(item.title)}
                </Text>
              </Box>
              <Button
                aria-label={`选它：${oneLine(item.title)}`}
                fontSize={1}
                mode="ghost"
                onClick={() => onChoose(item)}
                padding={2}
                text="选它"
              />
            </Flex>
          </Card>
        ))}
    </Stack>
  )
}

export function ItemPicker({ chosen, onChange }: ItemPickerProps) {
  const schema = useSchema()
  const [typed, setTyped] = useState('')
  const { found, failed } = useFound(typed)
  const kind = ({ _type }: Found) => schema.get(_type)?.title ?? ''
  const onAir = useOnAir()
  const choices = {
    kind,
    chosen: new Set(chosen.map(({ _id }) => _id)),
    onChoose: (item: Found) => onChange([...chosen, item]),
  }

  return (
    <Stack gap={3}>
      {chosen.map((item) => (
        <Card key={item._id} padding={3} radius={2} tone="critical">
          <Flex align="center" gap={3} justify="space-between">
            <Text size={1}>
              要撤下：{kind(item)}“{oneLine(item.title)}”
            </Text>
            <Button
              fontSize={1}
              mode="ghost"
              onClick={() => onChange(chosen.filter(({ _id }) => _id !== item._id))}
              padding={2}
              text="不选它"
            />
          </Flex>
        </Card>
      ))}
      <TextInput
        aria-label="按字找内容"
        fontSize={1}
        onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value)}
        placeholder="写几个字找内容，例如：反诈"
        value={typed}
      />
      {failed && <Trouble sentence="没有找成，请检查网络后再试" />}
      {!found && !failed && <Waiting words="正在找…" />}
      {found?.length === 0 && <Empty>没有找到。换几个字试试；只能撤下已经发布的内容。</Empty>}
      {typed === '' && onAir.length > 0 && <Choices title="此刻屏上正在播的" items={onAir} {...choices} />}
      {found && found.length > 0 && (
        <Choices title={typed === '' ? '最近改过的' : '找到的'} items={found} {...choices} />
      )}
    </Stack>
  )
}
