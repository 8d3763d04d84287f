/** @file 审核记录 beside the form of whatever wants review. */
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { CloseIcon } from '@sanity/icons/Close'
import { Box, Button, Card, Flex, Text } from '@sanity/ui'
import { defineDocumentInspector, type DocumentInspectorProps } from 'sanity'
import { ReviewRecord } from './Record.tsx'

export const recordInspector = 'pufa-review-record'

function RecordPanel({ documentId, documentType, onClose }: DocumentInspectorProps) {
  return (
    <Flex direction="column" height="fill">
      <Card borderBottom padding={3}>
        <Flex align="center" justify="space-between">
          <Text size={1} weight="semibold">
            审核记录
          </Text>
          <Button aria-label="关上" icon={CloseIcon} mode="bleed" onClick={onClose} padding={2} />
        </Flex>
      </Card>
      <Box flex={1} overflow="auto" padding={4}>
        <ReviewRecord documentId={documentId} documentType={documentType} />
      </Box>
    </Flex>
  )
}

export const reviewRecord = defineDocumentInspector({
  name: recordInspector,
  component: RecordPanel,
  useMenuItem: () => ({ title: '审核记录', icon: CheckmarkCircleIcon, showAsAction: true }),
})
