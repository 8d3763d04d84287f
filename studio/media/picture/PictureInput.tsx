/** @file A picture's field: Sanity's own, with covering, and with what becomes of it for the screens. */
import { Box, Button, Flex, Stack, Text } from '@sanity/ui'
import { lazy, Suspense, useState } from 'react'
import { PatchEvent, set, setIfMissing, unset, useFormValue, type ObjectInputProps } from 'sanity'
import { RenditionPanel } from '../renditions/RenditionPanel.tsx'
import { useAssetUrl } from '../asset-url.ts'
import { askedAnew } from './replaced.ts'

const MaskDialog = lazy(() => import('./MaskDialog.tsx'))

/** Whose picture goes to screens as it is. */
const onScreens: ReadonlySet<unknown> = new Set(['signagePicture', 'mural'])

export function PictureInput(props: ObjectInputProps) {
  const value = props.value as { asset?: { _ref?: string }; _upload?: unknown } | undefined
  const asset = value?.asset?._ref
  const url = useAssetUrl(asset)
  const type = useFormValue(['_type'])
  const [isMasking, setMasking] = useState(false)
  const onChange: ObjectInputProps['onChange'] = (change) => props.onChange(askedAnew(change, value))
  const mayMask = asset !== undefined && !asset.endsWith('-svg') && !props.readOnly && url !== null
  return (
    <Stack gap={4}>
      {mayMask && (
        <Flex align="center" gap={3} wrap="wrap">
          <Button fontSize={1} mode="ghost" onClick={() => setMasking(true)} padding={3} text="▦ 打码" />
          <Box flex={1}>
            <Text muted size={1}>
              盖住画面里的人脸、车牌、门牌、证件。
            </Text>
          </Box>
        </Flex>
      )}
      {props.renderDefault({ ...props, onChange })}
      {asset !== undefined && onScreens.has(type) && props.path.length === 1 && (
        <RenditionPanel assets={[asset]} kind="picture" />
      )}
      {isMasking && url && (
        <Suspense fallback={<Text size={1}>正在打开……</Text>}>
          <MaskDialog
            onClose={() => setMasking(false)}
            onDone={(masked) => {
              setMasking(false)
              onChange(
                PatchEvent.from([
                  setIfMissing({ _type: props.schemaType.name }),
                  set({ _type: 'reference', _ref: masked }, ['asset']),
                  unset(['_upload']),
                ]),
              )
            }}
            url={url}
          />
        </Suspense>
      )}
    </Stack>
  )
}
