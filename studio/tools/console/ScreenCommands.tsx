/** @file Commands to one screen, with the player's own answer to each. */
import { Box, Button, Card, Dialog, Flex, Select, Stack, Text } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import type { Command } from '../../../contracts/commands.ts'
import { browserClock } from '../../clock.ts'
import { command } from './asking.ts'
import { percents, resultWords, screenCommands, type OfferedCommand } from './commands.ts'
import { Part } from './Pieces.tsx'
import type { ScreenView } from './shapes.ts'
import { clockWords } from './words.ts'

interface Told {
  at: number
  ok: boolean
  words: string
}

const toldMax = 6

interface PercentProps {
  label: string
  name: 'brightness' | 'volume'
  isBusy: boolean
  onSet(title: string, order: Command): void
}

function Percent({ label, name, isBusy, onSet }: PercentProps) {
  const [value, setValue] = useState('')
  const id = `console-${name}`
  const press = () => {
    const percent = value === '' ? null : Number(value)
    onSet(percent === null ? `${label}恢复设置` : `${label}调到 ${percent}%`, { name, percent })
  }
  return (
    <Flex align="center" gap={2}>
      <Text as="label" htmlFor={id} size={1}>
        {label}
      </Text>
      <Box flex={1}>
        <Select
          fontSize={1}
          id={id}
          onChange={(event: ChangeEvent<HTMLSelectElement>) => setValue(event.currentTarget.value)}
          padding={2}
          value={value}
        >
          <option value="">照屏幕资料</option>
          {percents.map((percent) => (
            <option key={percent} value={percent}>{`${percent}%`}</option>
          ))}
          {name === 'volume' && <option value="0">静音</option>}
        </Select>
      </Box>
      <Button disabled={isBusy} fontSize={1} mode="ghost" onClick={press} padding={2} text={`设定${label}`} />
    </Flex>
  )
}

export function ScreenCommands({ view, onDone }: { view: ScreenView; onDone: () => void }) {
  const [busy, setBusy] = useState<string | null>(null)
  const [told, setTold] = useState<readonly Told[]>([])
  const [asking, setAsking] = useState<OfferedCommand | null>(null)

  const send = async (title: string, order: Command) => {
    setAsking(null)
    setBusy(title)
    const answer = await command(view.screen, order)
    setBusy(null)
    const result = answer.ok ? answer.value.results[0] : null
    const words = result
      ? resultWords(title, result)
      : `${title}：${answer.ok ? '没有回音' : answer.sentence}`
    setTold((before) =>
      [{ at: browserClock.now(), ok: result?.ok ?? false, words }, ...before].slice(0, toldMax),
    )
    onDone()
  }
  const press = (offered: OfferedCommand) =>
    offered.ask ? setAsking(offered) : void send(offered.title, offered.command)

  return (
    <Part note="只改怎么放，不改放什么。屏幕十秒内回答，做没做成写在下面。" title="指令">
      <div className="console-picks">
        {screenCommands.map((offered) => (
          <Button
            disabled={busy !== null}
            fontSize={1}
            key={offered.title}
            mode="ghost"
            onClick={() => press(offered)}
            padding={3}
            text={offered.title}
            title={offered.what}
            tone={offered.ask ? 'critical' : 'default'}
          />
        ))}
        <Percent
          isBusy={busy !== null}
          label="亮度"
          name="brightness"
          onSet={(...order) => void send(...order)}
        />
        <Percent
          isBusy={busy !== null}
          label="音量"
          name="volume"
          onSet={(...order) => void send(...order)}
        />
      </div>
      <Card aria-live="polite" radius={2}>
        <Stack gap={3}>
          {busy && (
            <Text muted size={1}>
              ◔ {busy}：已发出，等屏幕回答…
            </Text>
          )}
          {told.map(({ at, ok, words }) => (
            <Text key={at} size={1}>
              {ok ? '✓' : '✕'} {clockWords(at)} {words}
            </Text>
          ))}
        </Stack>
      </Card>
      {asking && (
        <Dialog header={asking.title} id="console-ask" onClose={() => setAsking(null)} width={0}>
          <Stack gap={4} padding={4}>
            <Text>{asking.ask}</Text>
            <Flex gap={2} justify="flex-end">
              <Button mode="ghost" onClick={() => setAsking(null)} text="不做" />
              <Button
                onClick={() => void send(asking.title, asking.command)}
                text={`确定${asking.title}`}
                tone="critical"
              />
            </Flex>
          </Stack>
        </Dialog>
      )}
    </Part>
  )
}
