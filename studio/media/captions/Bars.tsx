/** @file The presses over the table of captions: those beside the film, and those in and out of files. */
import { Box, Button, Flex, Text } from '@sanity/ui'
import { useRef } from 'react'
import { clockOf, tenths } from './clock.ts'

interface FilmBarProps {
  hasFilm: boolean
  readOnly: boolean
  /** A caption is chosen. */
  hasChosen: boolean
  mayUndo: boolean
  at: number
  /** `null`: not known. */
  length: number | null
  onToggle(): void
  onAdd(): void
  onStart(): void
  onEnd(): void
  onUndo(): void
}

export function FilmBar(props: FilmBarProps) {
  const { at, length, hasChosen } = props
  const press = { fontSize: 1, padding: 2 } as const
  return (
    <Flex align="center" gap={2} wrap="wrap">
      {props.hasFilm && <Button {...press} mode="ghost" onClick={props.onToggle} text="播放／暂停" />}
      {!props.readOnly && (
        <>
          <Button {...press} onClick={props.onAdd} text="＋ 在这里加一条" tone="primary" />
          <Button {...press} disabled={!hasChosen} mode="ghost" onClick={props.onStart} text="从这里开始" />
          <Button {...press} disabled={!hasChosen} mode="ghost" onClick={props.onEnd} text="到这里结束" />
          <Button {...press} disabled={!props.mayUndo} mode="ghost" onClick={props.onUndo} text="撤销" />
        </>
      )}
      <Box flex={1}>
        <Text align="right" muted size={1}>
          {clockOf(tenths(at))}
          {length === null ? '' : ` / ${clockOf(tenths(length))}`}
        </Text>
      </Box>
    </Flex>
  )
}

interface FileBarProps {
  readOnly: boolean
  isEmpty: boolean
  onPaste(): void
  onFile(file: File): void
  onSave(): void
}

export function FileBar({ readOnly, isEmpty, onPaste, onFile, onSave }: FileBarProps) {
  const picker = useRef<HTMLInputElement>(null)
  const press = { fontSize: 1, padding: 2, mode: 'bleed' } as const
  return (
    <Flex align="center" gap={2} wrap="wrap">
      {!readOnly && (
        <>
          <Button {...press} onClick={onPaste} text="粘贴整篇稿子" />
          <Button {...press} onClick={() => picker.current?.click()} text="读入字幕文件" />
          <input
            accept=".vtt,.srt,text/vtt"
            aria-label="字幕文件"
            hidden
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) onFile(file)
              event.currentTarget.value = ''
            }}
            ref={picker}
            type="file"
          />
        </>
      )}
      <Button {...press} disabled={isEmpty} onClick={onSave} text="存成字幕文件" />
    </Flex>
  )
}
