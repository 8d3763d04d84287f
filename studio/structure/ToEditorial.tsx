/** @file From the desk's list to the tool where columns, searches, reports and the year's plan stand together. */
import { Button, Container, Stack, Text } from '@sanity/ui'
import { useWorkspace } from 'sanity'
import type { UserComponent } from 'sanity/structure'
import { toolName } from '../tools/editorial/place.ts'

export const ToEditorial: UserComponent = () => {
  const { basePath } = useWorkspace()
  return (
    <Container padding={4} width={0}>
      <Stack gap={4}>
        <Text size={1}>
          栏目多久没有更新、读者搜不到什么、找错答复到几号、法律变了哪些内容要改、全年怎么安排，都在“编务”里。
        </Text>
        <Button
          as="a"
          fontSize={1}
          href={`${basePath.replace(/\/$/u, '')}/${toolName}`}
          text="打开编务"
          tone="primary"
        />
      </Stack>
    </Container>
  )
}
