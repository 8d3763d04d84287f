/** @file What is to be said over the table of captions, and asked. */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'

export function FileIsUsed() {
  return (
    <Card padding={3} radius={2} tone="caution">
      <Text size={1}>
        ⚠ 上面已经上传了字幕文件，屏幕和网站用的是那个文件。要用这里填写的，请先把上面的文件取下来。
      </Text>
    </Card>
  )
}

export function Unreadable({ problems }: { problems: readonly string[] }) {
  return (
    <Card padding={3} radius={2} tone="critical">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          这个字幕文件读不了，什么也没有改：
        </Text>
        {problems.map((problem) => (
          <Text key={problem} size={1}>
            {problem}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

interface OfferProps {
  found: number
  present: number
  onReplace(): void
  onAppend(): void
  onLeave(): void
}

/** A file was read while captions are there already. */
export function Offer({ found, present, onReplace, onAppend, onLeave }: OfferProps) {
  const press = { fontSize: 1, padding: 2 } as const
  return (
    <Card padding={3} radius={2} tone="caution">
      <Flex align="center" gap={2} wrap="wrap">
        <Box flex={1}>
          <Text size={1}>
            文件里有 {found} 条字幕，这里已经有 {present} 条。怎么办？
          </Text>
        </Box>
        <Button {...press} mode="ghost" onClick={onReplace} text="换成文件里的" />
        <Button {...press} mode="ghost" onClick={onAppend} text="加在一起" />
        <Button {...press} mode="bleed" onClick={onLeave} text="不读了" />
      </Flex>
    </Card>
  )
}

export function NoCaptions() {
  return (
    <Card border padding={4} radius={2}>
      <Text muted size={1}>
        还没有字幕。停在有人开口的地方，点“在这里加一条”；有现成的稿子，点“粘贴整篇稿子”。
      </Text>
    </Card>
  )
}
