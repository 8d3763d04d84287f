/** @file 归到已有问答: chooses the question, whose everyday wordings then hold the searched words, as a draft. */
import { Button, Card, Stack, Text, TextInput } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { Window } from '../../calendar/view/Window.tsx'
import { Labelled } from '../../console/Pieces.tsx'
import { likeliest, type KnownQuestion, type SearchRow } from '../model/searches.ts'
import type { Desk } from '../use-desk.ts'
import type { Writing } from '../use-writing.tsx'
import { writeTogether } from '../write/write.ts'

interface JoinDialogProps {
  row: SearchRow
  desk: Desk
  writing: Writing
  onClose: () => void
}

/** Those that the account may change. */
function questionsOf({ cover, own }: Desk): KnownQuestion[] {
  return (cover?.contents ?? [])
    .filter(({ _type, county }) => _type === 'legalQuestion' && (own === null || county === own))
    .map(({ _id, title, wordings }) => ({ _id, title, wordings: wordings ?? [] }))
}

export function JoinDialog({ row, desk, writing, onClose }: JoinDialogProps) {
  const { words } = row
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState<KnownQuestion | null>(null)
  const questions = useMemo(() => questionsOf(desk), [desk])
  const found = useMemo(() => likeliest(asked.trim() || words, questions), [asked, words, questions])
  const join = async () => {
    if (!chosen) return
    const done = await writing.write(`“${words}”写进了问答草稿的“别的问法”`, (client, hand) =>
      writeTogether(
        client,
        [
          {
            kind: 'change',
            id: chosen._id,
            fieldsOf: ({ wordings }) => ({
              wordings: [...new Set([...((wordings as string[] | undefined) ?? []), words])],
            }),
          },
          {
            kind: 'note',
            note: {
              ...{ kind: 'search', subject: words, outcome: 'joined' },
              ...{ text: chosen.title, about: [chosen._id] },
            },
          },
        ],
        hand,
      ),
    )
    if (done) onClose()
  }
  return (
    <Window
      act={{ text: '归到这一条', onClick: () => void join(), disabled: !chosen, busy: writing.busy }}
      onClose={onClose}
      title={`“${words}”归到哪一条问答`}
      width={1}
    >
      <Text muted size={1}>
        会写进那条问答的“别的问法”，是草稿；公开以后再搜这个词就能找到它。
      </Text>
      <Labelled id="join-asked" label="找一找">
        <TextInput
          id="join-asked"
          onChange={({ currentTarget }) => setAsked(currentTarget.value)}
          placeholder="写几个字，例如：工资"
          value={asked}
        />
      </Labelled>
      {found.length === 0 && (
        <Text size={1}>
          {questions.length === 0 ? '没有您可以改的问答。可以写一条新的。' : '没有相近的问答，换几个字再找。'}
        </Text>
      )}
      <Stack gap={2}>
        {found.map((question) => (
          <Card
            border
            key={question._id}
            radius={2}
            tone={chosen?._id === question._id ? 'primary' : 'default'}
          >
            <Button
              aria-pressed={chosen?._id === question._id}
              fontSize={1}
              justify="flex-start"
              mode="bleed"
              onClick={() => setChosen(question)}
              padding={3}
              text={`${chosen?._id === question._id ? '◉' : '○'} ${question.title}`}
              width="fill"
            />
          </Card>
        ))}
      </Stack>
    </Window>
  )
}
