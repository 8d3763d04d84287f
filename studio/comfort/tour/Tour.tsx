/** @file The tour on its way: from card to card, to the form and back where a card points at one. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCurrentUser, useTools } from 'sanity'
import { useRouter } from 'sanity/router'
import { reviewerOf } from '../../review/reviewer.ts'
import { TourCard } from './Card.tsx'
import { stepsFor, type Place } from './steps.ts'

export interface TourProps {
  isAsked: boolean
  /** `done`: gone through to the end, or not wanted again. */
  onEnd: (how: 'done' | 'left') => void
}

/** The empty form that is shown: the commonest content. */
const shownType = 'slogan'

function useGo(): (place: Place) => void {
  const { navigate, navigateIntent } = useRouter()
  return useCallback(
    (place) => {
      if (place === 'form') navigateIntent('create', { type: shownType, template: shownType })
      else navigate({ tool: 'structure', structure: {} })
    },
    [navigate, navigateIntent],
  )
}

export default function Tour({ isAsked, onEnd }: TourProps) {
  const user = useCurrentUser()
  const tools = useTools()
  const steps = useMemo(
    () =>
      stepsFor(
        reviewerOf(user)?.role ?? '',
        tools.map(({ name }) => name),
      ),
    [user, tools],
  )
  const [index, setIndex] = useState(0)
  const go = useGo()
  const place = useRef<Place | null>(isAsked ? null : 'home')
  const step = steps[index]

  useEffect(() => {
    if (!step || place.current === step.place) return
    place.current = step.place
    go(step.place)
  }, [step, go])

  const leave = useCallback(() => onEnd('left'), [onEnd])
  const end = useCallback(() => {
    if (place.current === 'form') go('home')
    onEnd('done')
  }, [go, onEnd])
  if (!step) return null
  return (
    <TourCard
      count={steps.length}
      index={index}
      isAsked={isAsked || index > 0}
      onBack={() => setIndex(index - 1)}
      onLeave={leave}
      onNever={end}
      onNext={() => (index === steps.length - 1 ? end() : setIndex(index + 1))}
      step={step}
    />
  )
}
