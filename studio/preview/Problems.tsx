/** @file What keeps people from reading it, above the picture: what, where, and what to do. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import type { PreviewAnswer, PreviewProblemKind } from '../../contracts/preview.ts'
import { problemTitles, whereWords } from './words.ts'

const tones: Readonly<Record<PreviewProblemKind, 'caution' | 'default'>> = {
  small: 'caution',
  long: 'caution',
  short: 'caution',
  absent: 'caution',
  unmeasured: 'default',
}

interface Props {
  answer: PreviewAnswer
  /** What the form calls a field. */
  fieldTitle(path: string): string | null
}

export function Problems({ answer, fieldTitle }: Props) {
  const { problems, missing } = answer
  const lacking = missing === null ? null : fieldTitle(missing)
  if (problems.length === 0 && missing === null)
    return (
      <Card padding={3} radius={2} tone="positive">
        <Text size={1}>✓ 在现有的屏幕上都看得清，时间也够。</Text>
      </Card>
    )
  return (
    <Stack gap={2}>
      {missing !== null && (
        <Card border padding={3} radius={2}>
          <Text size={1}>
            还没写完：{lacking ? `请填写“${lacking}”。` : '请把必填的都填上。'}填好并发布以后才会上屏。
          </Text>
        </Card>
      )}
      {problems.map((problem) => {
        const where = whereWords(problem)
        return (
          <Card border key={problem.text} padding={3} radius={2} tone={tones[problem.kind]}>
            <Stack gap={3}>
              <Flex gap={2} wrap="wrap">
                <Text size={1} weight="semibold">
                  ⚠ {problemTitles[problem.kind]}
                </Text>
                {where && (
                  <Text muted size={1}>
                    {where}
                  </Text>
                )}
              </Flex>
              <Text size={1}>{problem.text}</Text>
            </Stack>
          </Card>
        )
      })}
    </Stack>
  )
}
