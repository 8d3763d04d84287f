/**
 * @file Beside the form: the page of what is being written, as the site will show it. Drawn anew after each
 * saving, at the place to which the reader had scrolled.
 */
import { Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { getPublishedId, usePerspective, type DocumentInspectorProps } from 'sanity'
import { useDocumentPane } from 'sanity/structure'
import { PreviewPane } from './PreviewPane.tsx'
import { useElementWidth } from './use-element-width.ts'

/** After the last saving. */
const quietMs = 500
const widths = { phone: 390, desk: 1_280 } as const

interface Note {
  heading: string
  remedy: string
}

/** What the site says in the place of a page: a heading and a sentence, without its frame. */
function noteIn(page: Document | null | undefined): Note | null {
  if (!page || page.querySelector('main')) return null
  const text = (of: string) => page.querySelector(of)?.textContent ?? ''
  return { heading: text('h1') || '这一页没有打开', remedy: text('p') || '请稍候再试。' }
}

/** The revision that the lake has, a moment after it has come. */
function useSettled(revision: string): string {
  const [settled, setSettled] = useState(revision)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(revision), quietMs)
    return () => clearTimeout(timer)
  }, [revision])
  return settled
}

function Page({ address, revision, width }: { address: string; revision: string; width: number }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  const shown = useRef(revision)
  const [place, placeWidth] = useElementWidth()
  const [loading, setLoading] = useState(true)
  const [note, setNote] = useState<Note | null>(null)
  const scale = placeWidth > 0 ? Math.min(1, placeWidth / width) : 1

  useEffect(() => {
    if (shown.current === revision) return
    shown.current = revision
    const inner = frame.current?.contentWindow
    scrolled.current = inner?.scrollY ?? 0
    setLoading(true)
    inner?.location.reload()
  }, [revision])
  const arrived = () => {
    setLoading(false)
    setNote(noteIn(frame.current?.contentDocument))
    frame.current?.contentWindow?.scrollTo(0, scrolled.current)
  }
  return (
    <Card flex={1} overflow="hidden" ref={place} style={{ position: 'relative' }}>
      <iframe
        hidden={note !== null}
        onLoad={arrived}
        ref={frame}
        sandbox="allow-same-origin"
        src={address}
        style={{
          background: '#fff',
          border: 0,
          height: `${100 / scale}%`,
          maxWidth: 'none',
          left: Math.max(0, (placeWidth - width * scale) / 2),
          position: 'absolute',
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
          width,
        }}
        title="网站预览"
      />
      {note && (
        <Card border margin={3} padding={4} radius={2} role="status">
          <Stack gap={3}>
            <Text size={1} weight="semibold">
              {note.heading}
            </Text>
            <Text size={1}>{note.remedy}</Text>
          </Stack>
        </Card>
      )}
      {loading && (
        <Card padding={2} radius={2} style={{ position: 'absolute', right: 12, top: 12 }}>
          <Flex align="center" gap={2}>
            <Spinner muted />
            <Text muted size={1}>
              正在刷新……
            </Text>
          </Flex>
        </Card>
      )}
    </Card>
  )
}

export default function SitePreview({ onClose, documentId }: DocumentInspectorProps) {
  const { editState } = useDocumentPane()
  const { selectedReleaseId } = usePerspective()
  const [width, setWidth] = useState<keyof typeof widths>('phone')
  const { draft, published, version } = editState ?? {}
  const revision = useSettled([version, draft, published].map((each) => each?._rev ?? '').join(' '))
  const release = selectedReleaseId ? `?release=${encodeURIComponent(selectedReleaseId)}` : ''
  const address = `/preview/documents/${encodeURIComponent(getPublishedId(documentId))}${release}`
  return (
    <PreviewPane onClose={onClose} title="网站预览">
      <Stack gap={3} padding={3}>
        <Flex gap={2}>
          {(['phone', 'desk'] as const).map((each) => (
            <Button
              aria-pressed={width === each}
              fontSize={1}
              key={each}
              mode={width === each ? 'default' : 'ghost'}
              onClick={() => setWidth(each)}
              padding={3}
              text={each === 'phone' ? '手机' : '电脑'}
            />
          ))}
        </Flex>
        <Text muted size={1}>
          存下的草稿就显示在这里，只有登录的人看得到；发布以后大家才看得到。
        </Text>
      </Stack>
      <Page address={address} key={address} revision={revision} width={widths[width]} />
    </PreviewPane>
  )
}
