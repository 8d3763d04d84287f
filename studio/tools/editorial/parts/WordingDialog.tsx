/** @file The bureau's own wordings for answers: changes one, adds one, or goes back to what was given. */
import { Button, Flex, Select, Stack, Text, TextArea, TextInput } from '@sanity/ui'
import { useState } from 'react'
import { Window } from '../../calendar/view/Window.tsx'
import { Labelled } from '../../console/Pieces.tsx'
import type { AnswerWording } from '../model/answers.ts'
import type { Desk } from '../use-desk.ts'
import type { Writing } from '../use-writing.tsx'
import { removeNotes, writeTogether } from '../write/write.ts'

interface WordingDialogProps {
  desk: Desk
  wordings: readonly AnswerWording[]
  writing: Writing
  onClose: () => void
}

const fresh = ''

export function WordingDialog({ desk, wordings, writing, onClose }: WordingDialogProps) {
  const [chosen, setChosen] = useState(fresh)
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const known = wordings.find((each) => each.title === chosen)
  const own = (desk.answer?.notes ?? []).filter(
    ({ kind, subject, county }) =>
      kind === 'answer' && county === desk.own && subject === (known?.title ?? title.trim()),
  )
  const choose = (next: string) => {
    setChosen(next)
    setTitle(next)
    setText(wordings.find((each) => each.title === next)?.text ?? '')
  }
  const save = async () => {
    const subject = known?.title ?? title.trim()
    const saved = await writing.write('答复用语记下了', (client, hand) =>
      writeTogether(client, [{ kind: 'note', note: { kind: 'answer', subject, text: text.trim() } }], hand),
    )
    if (saved) onClose()
  }
  const restore = async () => {
    const ids = own.map(({ _id }) => _id)
    if (await writing.write('改过的去掉了', (client) => removeNotes(client, ids))) onClose()
  }
  const problems = (known || title.trim() !== '') && text.trim() !== '' ? [] : ['请写名称和要说的话']
  return (
    <Window
      act={{
        text: '记下来',
        onClick: () => void save(),
        disabled: problems.length > 0,
        busy: writing.busy,
      }}
      onClose={onClose}
      title="答复用语"
      width={1}
    >
      <Labelled id="wording-which" label="改哪一句">
        <Select
          fontSize={1}
          id="wording-which"
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          value={chosen}
        >
          <option value={fresh}>添一句新的</option>
          {wordings.map((each) => (
            <option key={each.title} value={each.title}>
              {each.title}
            </option>
          ))}
        </Select>
      </Labelled>
      {!known && (
        <Labelled id="wording-title" label="名称">
          <TextInput
            fontSize={1}
            id="wording-title"
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            value={title}
          />
        </Labelled>
      )}
      <Labelled id="wording-text" label="要说的话">
        <TextArea
          fontSize={1}
          id="wording-text"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          rows={5}
          value={text}
        />
      </Labelled>
      <Stack gap={3}>
        <Text muted size={1}>
          要临时填的地方用〔 〕括起来，例如〔改成什么〕；没有填好的发不出去。
        </Text>
        {own.length > 0 && (
          <Flex>
            <Button
              fontSize={1}
              mode="ghost"
              onClick={() => void restore()}
              padding={3}
              text={known?.noteId ? '去掉我们改的' : '删去这一句'}
            />
          </Flex>
        )}
      </Stack>
    </Window>
  )
}
