/** @file A content as screens show it, live, and whether people can read it: under a form's words or a reviewer's. */
import { Card, Flex, Select, Spinner, Stack, Text } from '@sanity/ui'
import { useMemo, useState, type ChangeEvent } from 'react'
import { useSchema } from 'sanity'
import type { PreviewAnswer } from '../../contracts/preview.ts'
import { Problems } from './Problems.tsx'
import { Sign } from './Sign.tsx'
import { usePreview } from './use-preview.ts'
import { signLabel } from './words.ts'

interface SignsProps {
  signs: PreviewAnswer['signs']
  chosen: string
  choose(key: string): void
}

function Signs({ signs, chosen, choose }: SignsProps) {
  const groups = [
    ['现有的屏幕', signs.filter(({ count }) => count > 0)],
    ['常见尺寸', signs.filter(({ count }) => count === 0)],
  ] as const
  return (
    <Select
      aria-label="看哪块屏"
      fontSize={1}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => choose(event.currentTarget.value)}
      value={chosen}
    >
      {groups
        .filter(([, each]) => each.length > 0)
        .map(([title, each]) => (
          <optgroup key={title} label={title}>
            {each.map((sign) => (
              <option key={sign.key} value={sign.key}>
                {signLabel(sign)}
              </option>
            ))}
          </optgroup>
        ))}
    </Select>
  )
}

function Picture({ answer, chosen }: { answer: PreviewAnswer; chosen: string | null }) {
  const { signs, show } = answer
  const sign = signs.find(({ key }) => key === (chosen ?? signs[0]?.key))
  if (!sign || !show) return null
  if (show.items.length > 0) return <Sign show={show} sign={sign} />
  return (
    <Card border padding={4} radius={2}>
      <Text align="center" muted size={1}>
        {show.making > 0
          ? '正在为这块屏准备图片，几秒就好……'
          : '还没有可以显示的内容。写好以后就出现在这里。'}
      </Text>
    </Card>
  )
}

function useFieldTitle(documentType: string): (path: string) => string | null {
  const schema = useSchema()
  return useMemo(() => {
    const type = schema.get(documentType)
    const fields = type?.jsonType === 'object' ? type.fields : []
    return (path) => {
      const name = path.split('.')[0]
      return fields.find((field) => field.name === name)?.type.title ?? null
    }
  }, [schema, documentType])
}

interface Props {
  /** As it stands; null: nothing has been written so far. */
  document: object | null
  type: string
}

export function OnSigns({ document, type }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer, trouble, waiting } = usePreview(document, chosen)
  const fieldTitle = useFieldTitle(type)
  return (
    <Stack gap={4}>
      {trouble && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{trouble}</Text>
        </Card>
      )}
      {answer ? (
        <>
          <Problems answer={answer} fieldTitle={fieldTitle} />
          <Signs choose={setChosen} chosen={chosen ?? answer.signs[0]?.key ?? ''} signs={answer.signs} />
          <Picture answer={answer} chosen={chosen} />
        </>
      ) : (
        waiting && (
          <Flex align="center" gap={3}>
            <Spinner muted />
            <Text muted size={1}>
              正在排版……
            </Text>
          </Flex>
        )
      )}
    </Stack>
  )
}
