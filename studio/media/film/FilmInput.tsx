/** @file The field of a film's file: Sanity's own, and under it the film itself and what becomes of it for the screens. */
import { Stack, Text } from '@sanity/ui'
import { lazy, Suspense, type ChangeEvent, type ClipboardEvent, type DragEvent } from 'react'
import type { ObjectInputProps } from 'sanity'
import { RenditionPanel } from '../renditions/RenditionPanel.tsx'
import { choose } from './chosen.ts'
import { useFilm } from './use-film.ts'

const FilmPanel = lazy(() => import('./FilmPanel.tsx'))

export function FilmInput(props: ObjectInputProps) {
  const film = useFilm()
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && /^video\/|^$/u.test(file.type)) choose(film.id, file)
  }
  const changed = ({ target }: ChangeEvent<HTMLElement>) => {
    if (target instanceof HTMLInputElement && target.type === 'file') take(target.files)
  }
  return (
    <Stack gap={4}>
      <div
        onChangeCapture={changed}
        onDropCapture={(event: DragEvent) => take(event.dataTransfer.files)}
        onPasteCapture={(event: ClipboardEvent) => take(event.clipboardData.files)}
      >
        {props.renderDefault(props)}
      </div>
      {film.urls.length > 0 && (
        <Suspense fallback={<Text size={1}>正在打开影片……</Text>}>
          <FilmPanel film={film} readOnly={props.readOnly ?? false} />
        </Suspense>
      )}
      {film.assets.length > 0 && <RenditionPanel assets={film.assets} kind="film" />}
    </Stack>
  )
}
