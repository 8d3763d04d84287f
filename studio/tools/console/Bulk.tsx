/** @file One command to every screen that the filter lets through, and what each of them answered. */
import { Box, Button, Card, Dialog, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { commandMany } from './asking.ts'
import { bulkCommands, resultSums, type OfferedCommand } from './commands.ts'
import { Trouble, Waiting } from './Pieces.tsx'
import type { CommandResult, ScreenView } from './shapes.ts'

type Stage =
  | { name: 'asking' }
  | { name: 'sending'; title: string }
  | { name: 'done'; title: string; results: readonly CommandResult[] }
  | { name: 'refused'; sentence: string }

function Results({
  results,
  screens,
}: {
  results: readonly CommandResult[]
  screens: readonly ScreenView[]
}) {
  const titleOf = (id: string) => screens.find(({ screen }) => screen === id)?.title ?? '（已删除的屏幕）'
  const failed = results.filter(({ ok }) => !ok)
  return (
    <Stack gap={3}>
      <Card padding={3} radius={2} role="status" tone={failed.length === 0 ? 'positive' : 'caution'}>
        <Text size={1}>{resultSums(results)}</Text>
      </Card>
      {failed.map(({ screen, note }) => (
        <Text key={screen} size={1}>
          ✕ {titleOf(screen)}：{note || '没有执行'}
        </Text>
      ))}
    </Stack>
  )
}

export function Bulk({ screens }: { screens: readonly ScreenView[] }) {
  const [stage, setStage] = useState<Stage | null>(null)
  const press = async ({ title, command }: OfferedCommand) => {
    setStage({ name: 'sending', title })
    const answer = await commandMany(
      screens.map(({ screen }) => screen),
      command,
    )
    setStage(
      answer.ok
        ? { name: 'done', title, results: answer.value.results }
        : { name: 'refused', sentence: answer.sentence },
    )
  }

  return (
    <>
      <Button
        fontSize={1}
        mode="ghost"
        onClick={() => setStage({ name: 'asking' })}
        padding={2}
        text={`给这 ${screens.length} 块屏下指令`}
      />
      {stage && (
        <Dialog
          header={`给这 ${screens.length} 块屏下指令`}
          id="console-bulk"
          onClose={() => setStage(null)}
          width={1}
        >
          <Box padding={4}>
            {stage.name === 'sending' ? (
              <Waiting words={`正在${stage.title}，最多等 10 秒…`} />
            ) : (
              <Stack gap={4}>
                {stage.name === 'done' && <Results results={stage.results} screens={screens} />}
                {stage.name === 'refused' && <Trouble sentence={stage.sentence} />}
                {bulkCommands.map((offered) => (
                  <Flex align="center" gap={3} justify="space-between" key={offered.title}>
                    <Box flex={1}>
                      <Text muted size={1}>
                        {offered.what}
                      </Text>
                    </Box>
                    <Button
                      fontSize={1}
                      mode="ghost"
                      onClick={() => void press(offered)}
                      text={offered.title}
                      tone={offered.ask ? 'critical' : 'default'}
                    />
                  </Flex>
                ))}
                <Text muted size={1}>
                  命令只发给上面条件筛选出的屏幕。谁在什么时候下的、每块屏怎样回答，都记在“告警与事件”里。
                </Text>
              </Stack>
            )}
          </Box>
        </Dialog>
      )}
    </>
  )
}
