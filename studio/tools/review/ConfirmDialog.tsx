/** @file Asks once more before something becomes public. */
import { Button, Dialog, Flex, Stack, Text } from '@sanity/ui'

export function ConfirmDialog(props: {
  title: string
  words: string
  press: string
  onDone: () => void
  onLeave: () => void
}) {
  return (
    <Dialog
      className="pufa-review-dialog"
      header={props.title}
      id="review-confirm"
      onClose={props.onLeave}
      width={1}
    >
      <Stack gap={5} padding={4}>
        <Text size={2}>{props.words}</Text>
        <Flex gap={2} justify="flex-end">
          <Button mode="ghost" onClick={props.onLeave} padding={4} text="再看看" />
          <Button autoFocus onClick={props.onDone} padding={4} text={props.press} tone="positive" />
        </Flex>
      </Stack>
    </Dialog>
  )
}
