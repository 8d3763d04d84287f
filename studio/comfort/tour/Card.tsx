/**
 * @file One card of the tour beside what it points at, and the ring around that. It is no dialog: everything
 * else goes on taking presses, and a press anywhere else ends it and does what it would have done.
 */
import { Button, Card, Flex, Heading, Portal, Stack, Text } from '@sanity/ui'
import { useEffect, useId, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { placeCard, type Box, type CardPlace, type Size } from './place.ts'
import type { TourStep } from './steps.ts'
import { useTarget } from './use-target.ts'

export interface TourCardProps {
  step: TourStep
  index: number
  count: number
  /** Whether she asked for it: then it takes the focus. */
  isAsked: boolean
  onBack: () => void
  onNext: () => void
  onNever: () => void
  onLeave: () => void
}

const cardWidth = 340
const above = 900

const ringStyle = ({ left, top, width, height }: Box): CSSProperties => ({
  ...{ position: 'fixed', left: left - 4, top: top - 4, width: width + 8, height: height + 8 },
  ...{ pointerEvents: 'none', border: '3px solid #2276fc', borderRadius: 8, boxSizing: 'border-box' },
  zIndex: above,
})

function cardStyle(place: CardPlace): CSSProperties {
  if (place.kind === 'beside')
    return { position: 'fixed', left: place.left, top: place.top, width: cardWidth, zIndex: above }
  return {
    ...{ position: 'fixed', left: 0, right: 0, zIndex: above, maxHeight: '45vh', overflow: 'auto' },
    ...(place.edge === 'top' ? { top: 0 } : { bottom: 0 }),
  }
}

function useSize(element: HTMLElement | null): Size {
  const [size, setSize] = useState<Size>({ width: cardWidth, height: 220 })
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => setSize({ width: cardWidth, height: element.offsetHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}

function useView(): Size {
  const read = () => ({ width: window.innerWidth, height: window.innerHeight })
  const [view, setView] = useState(read)
  useEffect(() => {
    const look = () => setView(read())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return view
}

export function TourCard(props: TourCardProps) {
  const { step, index, count, isAsked, onBack, onNext, onNever, onLeave } = props
  const [element, setElement] = useState<HTMLElement | null>(null)
  const next = useRef<HTMLButtonElement>(null)
  const id = useId()
  const target = useTarget(step.at)
  const place = placeCard(target, useSize(element), useView())
  const isLast = index === count - 1

  useEffect(() => {
    if (isAsked) next.current?.focus()
  }, [isAsked])

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (element && event.target instanceof Node && !element.contains(event.target)) onLeave()
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLeave()
    }
    document.addEventListener('pointerdown', outside, { capture: true })
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', outside, { capture: true })
      document.removeEventListener('keydown', escape)
    }
  }, [element, onLeave])

  return (
    <Portal>
      {target && <div aria-hidden style={ringStyle(target)} />}
      <Card
        aria-labelledby={id}
        aria-live="polite"
        as="section"
        data-testid="pufa-tour"
        padding={4}
        radius={place.kind === 'beside' ? 3 : 0}
        ref={setElement}
        shadow={4}
        style={cardStyle(place)}
      >
        <Stack gap={4}>
          <Text muted size={0}>{`第 ${index + 1} 步，共 ${count} 步`}</Text>
          <Heading as="h2" id={id} size={1}>
            {step.title}
          </Heading>
          <Text size={1}>{step.words}</Text>
          <Flex align="center" gap={2} justify="space-between" wrap="wrap">
            <Button fontSize={1} mode="bleed" onClick={onNever} padding={3} text="不再提示" />
            <Flex gap={2}>
              {index > 0 && <Button fontSize={1} mode="ghost" onClick={onBack} padding={3} text="上一步" />}
              <Button
                fontSize={1}
                onClick={onNext}
                padding={3}
                ref={next}
                text={isLast ? '知道了' : '下一步'}
                tone="primary"
              />
            </Flex>
          </Flex>
        </Stack>
      </Card>
    </Portal>
  )
}
