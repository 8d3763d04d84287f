/**
 * @file Covers faces, plates and papers on a picture: stretches drawn over it become squares for good, and the
 * result goes up as a picture of its own. The one before is not shown to anybody any more.
 */
import { Box, Button, Card, Dialog, Flex, Stack, Text } from '@sanity/ui'
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react'
import { useClient } from 'sanity'
import { clipped, cover, type Rect } from './mosaic.ts'

interface MaskProps {
  url: string
  onClose(): void
  /** The covered picture's asset. */
  onDone(asset: string): void
}

const apiVersion = '2025-02-19'
const quality = 0.92

function load(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = url
  return image.decode().then(() => image)
}

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, rects: readonly Rect[]): void {
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  context.drawImage(image, 0, 0)
  const whole = context.getImageData(0, 0, canvas.width, canvas.height)
  for (const rect of rects) cover(whole.data, canvas.width, rect)
  context.putImageData(whole, 0, 0)
}

const written = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((done) => canvas.toBlob(done, 'image/webp', quality))

export default function MaskDialog({ url, onClose, onDone }: MaskProps) {
  const client = useClient({ apiVersion })
  const canvas = useRef<HTMLCanvasElement>(null)
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  const [rects, setRects] = useState<readonly Rect[]>([])
  const [drawn, setDrawn] = useState<Rect | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  useEffect(() => {
    load(url).then(setImage, () => setTrouble('图片打不开，请检查网络后关上这个窗口再试'))
  }, [url])
  useEffect(() => {
    if (canvas.current && image) draw(canvas.current, image, rects)
  }, [image, rects])
  const undo = useCallback(() => setRects((all) => all.slice(0, -1)), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'z') undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo])

  /** In pixels of the picture. */
  const placeOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const { width, height } = event.currentTarget
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrawn({ ...placeOf(event), width: 0, height: 0 })
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const { x, y } = placeOf(event)
    setDrawn((rect) => rect && { ...rect, width: x - rect.x, height: y - rect.y })
  }
  const end = () => {
    const rect = drawn && image && clipped(drawn, { width: image.naturalWidth, height: image.naturalHeight })
    setDrawn(null)
    if (rect) setRects((all) => [...all, rect])
  }

  async function save(): Promise<void> {
    if (!canvas.current) return
    setSending(true)
    setTrouble(null)
    try {
      const blob = await written(canvas.current)
      if (!blob) throw new Error('the picture could not be written')
      const { _id } = await client.assets.upload('image', blob, {
        filename: '打码后的图',
        tag: 'media.masked',
      })
      onDone(_id)
    } catch {
      setTrouble('没有存上，原图没有动。请检查网络后再点一次')
      setSending(false)
    }
  }

  const frame = drawn &&
    image && {
      left: `${(Math.min(drawn.x, drawn.x + drawn.width) / image.naturalWidth) * 100}%`,
      top: `${(Math.min(drawn.y, drawn.y + drawn.height) / image.naturalHeight) * 100}%`,
      width: `${(Math.abs(drawn.width) / image.naturalWidth) * 100}%`,
      height: `${(Math.abs(drawn.height) / image.naturalHeight) * 100}%`,
    }
  return (
    <Dialog
      footer={
        <Flex align="center" gap={3} padding={3} wrap="wrap">
          <Box flex={1}>
            <Text size={1}>
              {rects.length === 0 ? '还没有盖住什么' : `盖住了 ${rects.length} 处。存了以后原图不再使用`}
            </Text>
          </Box>
          <Button disabled={rects.length === 0 || isSending} mode="ghost" onClick={undo} text="撤销一处" />
          <Button disabled={isSending} mode="ghost" onClick={onClose} text="不改了" />
          <Button
            disabled={rects.length === 0 || isSending}
            loading={isSending}
            onClick={() => void save()}
            text={isSending ? '正在存……' : '换成打码后的图'}
            tone="primary"
          />
        </Flex>
      }
      header="打码"
      id="mask-dialog"
      onClose={onClose}
      width={3}
    >
      <Stack gap={4} padding={4}>
        <Text size={1}>
          按住鼠标，在人脸、车牌、门牌、证件上拖一个框，松开就盖住。盖住的地方变成色块，谁也还原不了。
        </Text>
        {trouble && (
          <Card padding={3} radius={2} tone="caution">
            <Text size={1}>⚠ {trouble}</Text>
          </Card>
        )}
        {!image && !trouble && (
          <Text muted size={1}>
            正在打开图片……
          </Text>
        )}
        <div style={{ position: 'relative', lineHeight: 0, display: image ? 'block' : 'none' }}>
          <canvas
            aria-label="要打码的图片，拖框盖住"
            onPointerCancel={() => setDrawn(null)}
            onPointerDown={begin}
            onPointerMove={move}
            onPointerUp={end}
            ref={canvas}
            style={{ width: '100%', height: 'auto', cursor: 'crosshair', touchAction: 'none' }}
          />
          {frame && (
            <div
              style={{
                ...frame,
                position: 'absolute',
                boxSizing: 'border-box',
                border: '2px solid #d33',
                background: 'rgba(220,40,40,.25)',
                pointerEvents: 'none',
              }}
            />
          )}
        </div>
      </Stack>
    </Dialog>
  )
}
