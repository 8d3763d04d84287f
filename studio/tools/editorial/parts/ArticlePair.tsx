/** @file The article as it was cited beside the one in force, with what differs marked. */
import { Stack, Text } from '@sanity/ui'
import { textChanges, type Stretch } from '../../review/reading/diff.ts'
import { articleIn, linesOf, type ArticleText, type LapsedCitation, type MovedLaw } from '../model/laws.ts'

export interface ArticlePairProps {
  citation: LapsedCitation
  law: MovedLaw
  articles: readonly ArticleText[]
  /** Number of the article in force that is held against it. */
  number: string
}

const wordsOf = (article: ArticleText | null) => (article ? linesOf(article).join('\n') : null)

interface WordsProps {
  title: string
  stretches: readonly Stretch[] | null
  none: string
}

function Words({ title, stretches, none }: WordsProps) {
  return (
    <div className="pufa-desk-article">
      <h4>{title}</h4>
      {stretches === null ? (
        <p style={{ color: 'var(--card-muted-fg-color)' }}>{none}</p>
      ) : (
        <p style={{ whiteSpace: 'pre-wrap' }}>
          {stretches.map(({ kind, text }, at) => {
            if (kind === 'removed') return <del key={at}>{text}</del>
            return kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>
          })}
        </p>
      )}
    </div>
  )
}

const plain = (text: string): Stretch[] => [{ kind: 'same', text }]

/** Both sides with their marks; a side that is not known leaves the other unmarked. */
function sides(before: string | null, after: string | null): [Stretch[] | null, Stretch[] | null] {
  if (before === null || after === null)
    return [before === null ? null : plain(before), after === null ? null : plain(after)]
  const changes = textChanges(before, after)
  return [changes.filter(({ kind }) => kind !== 'added'), changes.filter(({ kind }) => kind !== 'removed')]
}

export function ArticlePair({ citation, law, articles, number }: ArticlePairProps) {
  const old = articleIn(articles, law.ended?.id, citation.article)
  const present = articleIn(articles, law.inForce?.id, number)
  const [before, after] = sides(wordsOf(old), wordsOf(present))
  const isSame = old !== null && wordsOf(old) === wordsOf(present)
  return (
    <Stack gap={3}>
      <div className="pufa-desk-pair">
        <Words
          none="内容库里没有这一版的条文，请对照官方文本。"
          stretches={before}
          title={`原来的（${law.ended?.title ?? '旧版'}）${old?.label ?? `第 ${citation.article} 条`}`}
        />
        <Words
          none={
            law.inForce
              ? `现行文本里没有找到第 ${number} 条。条号可能变了，请在下面写上现在的条号；内容库里没有全文的，请对照官方文本。`
              : '这部法律已经失效，没有现行条文。请打开内容，改引别的法律。'
          }
          stretches={after}
          title={law.inForce ? `现行的（${law.inForce.title}）${present?.label ?? ''}` : '现行的'}
        />
      </div>
      {isSame && <Text size={1}>✓ 这一条的文字没有变，核对一下大意就行。</Text>}
    </Stack>
  )
}
