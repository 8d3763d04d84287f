/**
 * @file Two boxes for latitude and longitude.
 *
 * Sanity's own form for a position is in English and asks for a height as well; the usual replacement
 * draws a map from a foreign host. Two numbers copied from any map can be pasted into either box.
 */
import { Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { set, unset, type ObjectInputProps } from 'sanity'
import type { GeoPoint } from '../../contracts/documents/index.ts'
import { readDegrees, readPair } from '../schema/rules/position.ts'

type Axis = 'lat' | 'lng'

const axes: readonly { axis: Axis; label: string; placeholder: string }[] = [
  { axis: 'lat', label: '纬度', placeholder: '37.74' },
  { axis: 'lng', label: '经度', placeholder: '115.67' },
]

export function PositionInput({ value, onChange, readOnly, elementProps }: ObjectInputProps) {
  const point = value as Partial<GeoPoint> | undefined
  /** What is being typed, until it reads as a number. */
  const [typed, setTyped] = useState<Partial<Record<Axis, string>>>({})

  const write = (change: Partial<Record<Axis, number | undefined>>) => {
    const { lat, lng } = { lat: point?.lat, lng: point?.lng, ...change }
    if (lat === undefined && lng === undefined) return onChange(unset())
    onChange(
      set({
        _type: 'geopoint',
        ...(lat === undefined ? {} : { lat }),
        ...(lng === undefined ? {} : { lng }),
      }),
    )
  }

  const take = (axis: Axis, text: string) => {
    const pair = readPair(text)
    if (pair) {
      setTyped({})
      return write(pair)
    }
    const number = readDegrees(text)
    // A trailing point or zero is on its way to another number, and would be lost if only that were shown.
    setTyped({ ...typed, [axis]: text })
    if (number !== null) write({ [axis]: number })
  }

  return (
    <Flex gap={3}>
      {axes.map(({ axis, label, placeholder }, index) => (
        <Stack flex={1} gap={2} key={axis}>
          <Text as="label" htmlFor={`${elementProps.id}-${axis}`} muted size={1}>
            {label}
          </Text>
          <TextInput
            {...(index === 0
              ? { onFocus: elementProps.onFocus, ref: elementProps.ref as React.Ref<HTMLInputElement> }
              : {})}
            id={`${elementProps.id}-${axis}`}
            inputMode="decimal"
            onBlur={(event) => {
              setTyped({})
              elementProps.onBlur(event)
            }}
            onChange={(event: ChangeEvent<HTMLInputElement>) => take(axis, event.currentTarget.value)}
            placeholder={placeholder}
            readOnly={readOnly ?? false}
            value={typed[axis] ?? point?.[axis]?.toString() ?? ''}
          />
        </Stack>
      ))}
    </Flex>
  )
}
