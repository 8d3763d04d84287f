/** @file 法律变动: laws that moved, the texts that rest on them, and each citation with the old and the new words. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { Empty, MarkBadge } from '../../console/Pieces.tsx'
import {
  articlesQuery,
  changeWords,
  citationsOf,
  undoneOf,
  type ArticleText,
  type LapsedText,
  type MovedLaw,
} from '../model/laws.ts'
import { CitationCard } from '../parts/CitationCard.tsx'
import { EditPress } from '../parts/presses.tsx'
import type { TabProps } from '../parts/session.ts'
import { useLive } from '../../../lake/use-live.ts'

const typeWords = {
  legalQuestion: '问答',
  slogan: '标语',
  mural: '墙画',
  quizQuestion: '题目',
  checkupItem: '法治体检',
} as const
const tones = { amended: 'primary', repealed: 'critical', coming: 'caution' } as const

/** Old and new words of all citations in one query, and of an article that somebody names instead. */
function useArticles({ laws, texts }: TabProps['desk'], named: readonly string[]): readonly ArticleText[] {
  const params = useMemo(() => {
    const cited = texts.flatMap(({ citations }) => citations)
    const moved = laws.filter(({ law }) => cited.some((each) => each.law === law))
    return {
      editions: moved.flatMap(({ ended, inForce }) => [ended?.id ?? [], inForce?.id ?? []].flat()).sort(),
      numbers: [...new Set([...cited.map(({ article }) => article), ...named])].sort(),
    }
  }, [laws, texts, named])
  const { answer } = useLive<ArticleText[]>(
    articlesQuery,
    '*[_type == "lawEdition"]',
    params,
    params.editions.length > 0,
  )
  return answer ?? []
}

function LawHead({ law, texts }: { law: MovedLaw; texts: readonly LapsedText[] }) {
  const [shape = '', ...words] = changeWords[law.change].split(' ')
  const all = citationsOf(texts)
  const undone = undoneOf(texts)
  const state = law.inForce ? `现行：${law.inForce.title}` : '没有现行的版本'
  return (
    <Flex align="center" gap={3} wrap="wrap">
      <MarkBadge shape={shape} tone={tones[law.change]} word={words.join(' ')} />
      <Text size={2} weight="semibold">
        《{law.title}》
      </Text>
      <Text muted size={1}>
        {`${law.on} ${law.change === 'coming' ? '起变动' : '起'} · ${state}`}
      </Text>
      <Text size={1}>
        {all === 0
          ? '✓ 没有内容受影响'
          : `${undone > 0 ? '⚠' : '✓'} 没核对 ${undone} 处，核对过 ${all - undone} 处`}
      </Text>
    </Flex>
  )
}

interface TextCardProps extends TabProps {
  text: LapsedText
  laws: readonly MovedLaw[]
  articles: readonly ArticleText[]
  onName: (number: string) => void
}

function TextCard({ text, laws, articles, onName, ...props }: TextCardProps) {
  return (
    <Card border data-testid={`lapsed-${text.id}`} padding={4} radius={2}>
      <Stack gap={4}>
        <Flex align="center" gap={3} justify="space-between" wrap="wrap">
          <Stack gap={2} style={{ flex: 1, minWidth: 200 }}>
            <p className="pufa-desk-words strong">{text.title}</p>
            <p className="pufa-desk-words quiet">
              {[
                typeWords[text.type],
                props.desk.own !== null &&
                  text.county !== props.desk.own &&
                  '不是本县区的，由市局或别的县区改',
                text.hasDraft && '有草稿，改好的要送审公开以后才算数',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </Stack>
          <EditPress id={text.id} label={`打开：${text.title}`} type={text.type} words="打开内容" />
        </Flex>
        {text.citations.map((citation) => {
          const law = laws.find((each) => each.law === citation.law)
          return law ? (
            <CitationCard
              {...props}
              articles={articles}
              citation={citation}
              key={citation.key}
              law={law}
              onName={onName}
              text={text}
            />
          ) : null
        })}
      </Stack>
    </Card>
  )
}

export function LawsTab(props: TabProps) {
  const { desk, open } = props
  const [named, setNamed] = useState<readonly string[]>([])
  const articles = useArticles(desk, named)
  const name = (number: string) => !named.includes(number) && setNamed([...named, number])
  if (desk.laws.length === 0) return <Empty>✓ 内容库里的法律最近没有变动。</Empty>
  const first = desk.texts.filter(({ id }) => id === open)
  const texts = [...first, ...desk.texts.filter(({ id }) => id !== open)]
  return (
    <Stack gap={5}>
      <Text muted size={1}>
        {`一共 ${citationsOf(texts)} 处依据要核对，还有 ${undoneOf(texts)} 处没有核对。案例写的是当时的法律，不在这里。`}
      </Text>
      {desk.laws.map((law) => {
        const own = texts.flatMap((text): LapsedText[] => {
          const citations = text.citations.filter((citation) => citation.law === law.law)
          return citations.length > 0 ? [{ ...text, citations }] : []
        })
        return (
          <Stack as="section" gap={3} key={law.law}>
            <LawHead law={law} texts={own} />
            {own.map((text) => (
              <TextCard
                {...props}
                articles={articles}
                key={text.id}
                laws={desk.laws}
                onName={name}
                text={text}
              />
            ))}
          </Stack>
        )
      })}
    </Stack>
  )
}
