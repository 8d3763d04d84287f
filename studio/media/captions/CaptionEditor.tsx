/** @file The film, the table of its captions under it, and the ways in and out of files. */
import { Stack, Text } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { useFormValue, type ArrayOfObjectsInputProps } from 'sanity'
import { useFilm } from '../film/use-film.ts'
import { FileBar, FilmBar } from './Bars.tsx'
import { CaptionedFilm } from './CaptionedFilm.tsx'
import { CaptionRow } from './CaptionRow.tsx'
import { tenths } from './clock.ts'
import { download } from './download.ts'
import { readCaptionFile, writeVtt } from './files.ts'
import { cueAt, marksOf, summaryOf, type Cue } from './marks.ts'
import { FileIsUsed, NoCaptions, Offer, Unreadable } from './Notices.tsx'
import { PasteText } from './PasteText.tsx'
import { usePlayback } from './use-playback.ts'
import { endFor, useCaptions, type Timed } from './use-captions.ts'

export default function CaptionEditor(props: ArrayOfObjectsInputProps) {
  const cues = (props.value ?? []) as readonly Cue[]
  const readOnly = props.readOnly ?? false
  const film = useFilm()
  const title = useFormValue(['title'])
  const hasFile = (useFormValue(['captionFile']) as { asset?: unknown } | undefined)?.asset !== undefined
  const deeds = useCaptions(cues, props.onChange)
  const playback = usePlayback()
  const [length, setLength] = useState<number | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPasting, setPasting] = useState(false)
  const [problems, setProblems] = useState<readonly string[]>([])
  /** Read from a file while captions are there already. */
  const [offered, setOffered] = useState<readonly Timed[] | null>(null)
  const list = useRef<HTMLDivElement>(null)

  const marks = marksOf(cues, length)
  const shown = cueAt(cues, playback.at)
  const cue = cues.find(({ _key }) => _key === chosen)

  const startsHere = () => {
    if (!cue) return
    const from = playback.now()
    deeds.time(cue._key, { from, ...((cue.to ?? 0) <= from ? { to: endFor({ ...cue, from }) } : {}) })
  }
  const take = async (file: File) => {
    const read = readCaptionFile(new Uint8Array(await file.arrayBuffer()))
    setProblems('problems' in read ? read.problems : [])
    if ('problems' in read) return
    if (cues.length === 0) deeds.replace(read.cues)
    else setOffered(read.cues)
  }
  const settle = (deed: (captions: readonly Timed[]) => void) => {
    if (offered) deed(offered)
    setOffered(null)
  }
  useEffect(() => {
    list.current?.querySelector(`[data-key="${chosen ?? ''}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  return (
    <Stack data-testid="caption-editor" gap={3} ref={list}>
      <CaptionedFilm
        at={playback.at}
        cues={cues}
        onAt={playback.passed}
        onLength={setLength}
        urls={film.urls}
        video={playback.video}
      />
      <FilmBar
        {...{ readOnly, length, at: playback.at, hasFilm: film.urls.length > 0 }}
        hasChosen={cue !== undefined}
        mayUndo={deeds.steps > 0}
        onAdd={() => setChosen(deeds.add(playback.now()))}
        onEnd={() => cue && deeds.time(cue._key, { to: playback.now() })}
        onStart={startsHere}
        onToggle={playback.toggle}
        onUndo={deeds.undo}
      />
      <FileBar
        isEmpty={cues.length === 0}
        onFile={(file) => void take(file)}
        onPaste={() => setPasting(true)}
        onSave={() => download(`${typeof title === 'string' && title ? title : '字幕'}.vtt`, writeVtt(cues))}
        readOnly={readOnly}
      />
      {hasFile && <FileIsUsed />}
      {problems.length > 0 && <Unreadable problems={problems} />}
      {offered && (
        <Offer
          found={offered.length}
          onAppend={() => settle(deeds.append)}
          onLeave={() => setOffered(null)}
          onReplace={() => settle(deeds.replace)}
          present={cues.length}
        />
      )}
      {isPasting && (
        <PasteText
          from={tenths(Math.max(playback.now(), cues.at(-1)?.to ?? 0))}
          onClose={() => setPasting(false)}
          onTake={(captions) => {
            deeds.append(captions)
            setPasting(false)
          }}
          until={length ?? film.written.seconds ?? null}
        />
      )}
      {cues.length === 0 ? (
        <NoCaptions />
      ) : (
        <Text muted size={1}>
          {summaryOf(cues, marks)}每秒最多 5 个字，看的人才来得及读。
        </Text>
      )}
      {cues.map((each, index) => (
        <div data-key={each._key} key={each._key}>
          <CaptionRow
            cue={each}
            isChosen={each._key === chosen}
            isShown={each._key === shown?._key}
            marks={marks[index] ?? []}
            number={index + 1}
            onBegin={deeds.begin}
            onChoose={() => setChosen(each._key)}
            onPlay={() => playback.play(each)}
            onRemove={() => deeds.remove(each._key)}
            onText={(text) => deeds.type(each._key, text)}
            onTime={(change) => deeds.time(each._key, change)}
            readOnly={readOnly}
          />
        </div>
      ))}
    </Stack>
  )
}
