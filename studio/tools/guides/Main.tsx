/** @file 使用指南: contents and search at the left, the steps at the right. Opens at the guide of the person's role. */
import { useEffect, useState } from 'react'
import { useCurrentUser } from 'sanity'
import { useRouter, useRouterState } from 'sanity/router'
import { chapterId, guideOf, search, type Found, type Guide } from './guide.ts'
import { Steps } from './Steps.tsx'
import { style } from './style.ts'
import written from './written.json'

const guides: readonly Guide[] = written

interface PlaceProps {
  guide: Guide
  chapter: number
  go: (guide: string, chapter?: number) => void
}

function Contents({ guide, chapter, go }: PlaceProps) {
  return (
    <nav aria-label="目录">
      <ul>
        {guides.map(({ name, title, chapters }) => (
          <li key={name}>
            <button
              aria-current={name === guide.name && chapter === 0}
              onClick={() => go(name)}
              type="button"
            >
              {title}
            </button>
            {name === guide.name && (
              <ul className="chapters">
                {chapters.map((each, index) => (
                  <li key={each.title}>
                    <button
                      aria-current={chapter === index + 1}
                      onClick={() => go(name, index + 1)}
                      type="button"
                    >
                      {`${index + 1}　${each.title}`}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FoundList({ found, onGo }: { found: readonly Found[]; onGo: (found: Found) => void }) {
  if (found.length === 0) return <p role="status">没有找到。换个说法试试，比如“送审”“海报”“离线”。</p>
  return (
    <>
      <p role="status">{`找到 ${found.length} 步：`}</p>
      <ul className="found">
        {found.map((each) => (
          <li key={`${each.guide.name} ${each.place} ${each.step.say}`}>
            <button onClick={() => onGo(each)} type="button">
              <span className="muted">{`${each.guide.title} · ${each.chapter.title}`}</span>
              <span>{each.step.say}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

export default function Main() {
  const roles = (useCurrentUser()?.roles ?? []).map(({ name }) => name)
  const router = useRouter()
  const { guide: named, chapter: place } = useRouterState() as { guide?: string; chapter?: string }
  const [asked, setAsked] = useState('')
  const [isLarge, setLarge] = useState(false)
  const guide = guideOf(guides, named, roles)
  const chapter = Number(place ?? 0)

  useEffect(() => {
    const head = document.getElementById(chapterId(chapter))
    head?.scrollIntoView({ block: 'start' })
    head?.focus({ preventScroll: true })
  }, [guide, chapter, asked])

  if (!guide) return null
  const go = (name: string, to?: number) =>
    router.navigate({ guide: name, ...(to === undefined ? {} : { chapter: String(to) }) })
  const found = asked.trim() === '' ? null : search(guides, asked)
  return (
    <div className="pufa-guide" data-large={isLarge || undefined}>
      <style>{style}</style>
      <div className="pufa-guide-aside">
        <input
          aria-label="在指南里搜"
          onChange={(event) => setAsked(event.currentTarget.value)}
          placeholder="在指南里搜，例如：退回"
          type="search"
          value={asked}
        />
        <Contents
          chapter={chapter}
          go={(name, to) => {
            setAsked('')
            go(name, to)
          }}
          guide={guide}
        />
      </div>
      <div className="pufa-guide-main">
        <div className="pufa-guide-paper">
          <div className="pufa-guide-tools">
            <button aria-pressed={isLarge} onClick={() => setLarge(!isLarge)} type="button">
              {isLarge ? '✓ 大字' : '大字'}
            </button>
            <button onClick={() => window.print()} type="button">
              打印这份指南
            </button>
          </div>
          {found ? (
            <FoundList
              found={found}
              onGo={(each) => {
                setAsked('')
                go(each.guide.name, each.place)
              }}
            />
          ) : (
            <Steps guide={guide} />
          )}
        </div>
      </div>
    </div>
  )
}
