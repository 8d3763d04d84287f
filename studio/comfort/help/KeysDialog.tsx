/** @file 键盘操作: the keys that work, in a dialog. */
import { Box, Button, Dialog, Flex, Heading, KBD, Stack, Text } from '@sanity/ui'
import { keyGroups } from './keys.ts'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog header="键盘操作" id="pufa-keys" onClose={onClose} width={1}>
      <Stack gap={5} padding={4}>
        {keyGroups.map(({ where, keys }) => (
          <Stack gap={3} key={where}>
            <Heading as="h3" size={0}>
              {where}
            </Heading>
            {keys.map(([pressed, deed]) => (
              <Flex align="center" gap={3} key={pressed}>
                <Box style={{ flex: 'none', width: 170 }}>
                  <KBD fontSize={1}>{pressed}</KBD>
                </Box>
                <Box flex={1}>
                  <Text size={1}>{deed}</Text>
                </Box>
              </Flex>
            ))}
          </Stack>
        ))}
        <Flex justify="flex-end">
          <Button autoFocus onClick={onClose} padding={3} text="知道了" tone="primary" />
        </Flex>
      </Stack>
    </Dialog>
  )
}
