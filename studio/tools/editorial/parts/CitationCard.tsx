/** @file One lapsed citation: the words it was written by, those in force, and the press that writes it anew. */
import { Box, Button, Flex, Stack, Text, TextArea, TextInput } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { articleNumber } from '../../../schema/rules/time.ts'
import { Labelled, MarkBadge } from '../../console/Pieces.tsx'
import type { ArticleText, LapsedCitation, LapsedText, MovedLaw } from '../model/laws.ts'
import { mendSteps } from '../model/mend.ts'
import { removeNotes, writeTogether } from '../write/write.ts'
import { ArticlePair } from './ArticlePair.tsx'
import type { TabProps } from './session.ts'

interface CitationCardProps extends TabProps {
  text: LapsedText
  citation: LapsedCitation
  law: MovedLaw
  articles: readonly ArticleText[]
  /** Another article is named: its words are wanted too. */
  onName: (number: string) => void
}

export function CitationCard(props: CitationCardProps) {
  const { desk, writing, rights, text, citation, law, onName } = props
  const [number, setNumber] = useState(citation.article)
  const [meaning, setMeaning] = useState(citation.meaning)
  const isNumber = articleNumber(number) === true && number !== ''
  useEffect(() => {
    if (isNumber && number !== citation.article) onName(number)
  }, [number, isNumber, citation.article, onName])
  const mayMend = rights.mayWrite && (desk.own === null || text.county === desk.own)
  const named = `《${law.title}》第 ${citation.article} 条`
  const mend = () =>
    void writing.write(`${named}改好了，写在草稿里`, (client, hand) =>
      writeTogether(
        client,
        mendSteps(desk.texts, text, citation, { article: number, meaning }, desk.todayText),
        hand,
      ),
    )
  const notes = (desk.answer?.notes ?? []).filter(({ subject }) => subject === citation.subject)
  const again = () =>
    void writing.write(`${named}放回没核对的`, (client) =>
      removeNotes(
        client,
        notes.map(({ _id }) => _id),
      ),
    )
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} wrap="wrap">
        <MarkBadge
          shape={citation.done ? '✓' : '⚠'}
          tone={citation.done ? 'positive' : 'caution'}
          word={citation.done ? '核对过' : '没有核对'}
        />
        <Text size={1} weight="semibold">
          {named}
        </Text>
        <Text muted size={1}>{`${citation.endedOn} 起不再有效`}</Text>
        {citation.done && notes.length > 0 && mayMend && (
          <Button fontSize={1} mode="bleed" onClick={again} padding={2} text="再核对一次" />
        )}
      </Flex>
      <ArticlePair articles={props.articles} citation={citation} law={law} number={number} />
      {!citation.done && law.inForce && mayMend && (
        <>
          <div className="pufa-desk-fields">
            <Labelled id={`number-${text.id}-${citation.key}`} label="现在第几条">
              <TextInput
                fontSize={1}
                id={`number-${text.id}-${citation.key}`}
                onChange={({ currentTarget }) => setNumber(currentTarget.value.trim())}
                value={number}
              />
            </Labelled>
            <Labelled id={`meaning-${text.id}-${citation.key}`} label="大意（用大白话）">
              <TextArea
                fontSize={1}
                id={`meaning-${text.id}-${citation.key}`}
                onChange={({ currentTarget }) => setMeaning(currentTarget.value)}
                rows={2}
                value={meaning}
              />
            </Labelled>
          </div>
          <Flex align="center" gap={3} wrap="wrap">
            <Button
              aria-label={`改成现行条文：${text.title} ${named}`}
              disabled={writing.busy || !isNumber || meaning.trim() === ''}
              fontSize={1}
              onClick={mend}
              padding={3}
              text="改成现行条文"
              tone="primary"
            />
            <Box flex={1}>
              <Text muted size={1}>
                写成草稿；一份内容的依据都核对过，核对日期就写成今天。正文里提到这一条的，请打开内容自己改。
              </Text>
            </Box>
          </Flex>
        </>
      )}
    </Stack>
  )
}
