/**
 * @file What there is to say about a document when it is handed on: one shape for all kinds. Pure.
 *
 * Nothing here adds to what the editors wrote.
 */
import type { ActivityKind, DocumentType, LocalDate, OfficeKind } from '../../contracts/documents/index.ts'
import { activityKinds, lawyerCategories, officeKinds, period } from '../words/labels.ts'
import { chiefLines } from './chief-lines.ts'
import { sentences } from './sentences.ts'
import type { ShareSource } from './source.ts'

export interface ShareItem {
  type: DocumentType
  title: string
  topics: readonly string[]
  /** Two to twelve characters: the topic or the kind of document. */
  kind: string
  headline: string
  /** One sentence, or a few short lines; empty where the headline says it all. */
  sentence: string
  /** What it is about, in sentences. */
  answer: readonly string[]
  steps: readonly { title: string; text: string }[]
  papers: readonly string[]
  /** One sentence each: how long, and from when. */
  deadlines: readonly string[]
  nextContact: string | null
  /** What an editor wrote for the loudspeaker. */
  spoken: string | null
  /** Wordings for a screen, the best first, the title last. */
  screenWords: readonly string[]
  tone: 'plain' | 'solemn'
  /** 核对日期 or 发布日期 with its day. */
  dated: { label: string; date: LocalDate } | null
}

const kindLengthMax = 12
const kinds: Partial<Readonly<Record<DocumentType, string>>> = {
  legalQuestion: '遇事问法',
  mural: '法治墙画',
  muralCampaign: '法治墙画',
  village: '村里的法律服务',
  cultureSite: '法治文化场所',
  law: '学法律',
  newsItem: '普法动态',
  typicalCase: '以案释法',
  slogan: '普法标语',
}

function kindOf({ type, kind, category, topics }: ShareSource): string {
  if (type === 'activity') return activityKinds[kind as ActivityKind] ?? '普法活动'
  if (type === 'lawOffice') return officeKinds[kind as OfficeKind] ?? '法律服务机构'
  if (type === 'lawyer') return category === null ? '法律服务人员' : lawyerCategories[category]
  const [topic] = topics
  return topic !== undefined && topic.length <= kindLengthMax ? topic : (kinds[type] ?? '普法')
}

function dateOf({ checkedOn, publishedOn, paintedOn }: ShareSource): ShareItem['dated'] {
  if (checkedOn !== null) return { label: '核对日期', date: checkedOn }
  if (publishedOn !== null) return { label: '发布日期', date: publishedOn }
  return paintedOn === null ? null : { label: '绘制日期', date: paintedOn }
}

const deadlineLine = ({ title, amount, unit, runsFrom, note }: ShareSource['deadlines'][number]): string =>
  `${title}：${period(amount, unit)}，从${runsFrom}起算。${note ?? ''}`

export function shareItem(source: ShareSource): ShareItem {
  const { headline, sentence, answer } = chiefLines(source)
  const flat = source.title.replaceAll(/\s*\n\s*/g, '，')
  return {
    type: source.type,
    title: flat,
    topics: source.topics,
    kind: kindOf(source),
    headline,
    sentence,
    answer: sentences(answer),
    steps: source.steps,
    papers: source.papers,
    deadlines: source.deadlines.map(deadlineLine),
    nextContact: source.nextContact,
    spoken: source.spoken,
    screenWords: [
      source.ledAnswer,
      source.banner,
      source.shortTitle && `学一学《${source.shortTitle}》`,
      source.title,
    ].filter((words) => words !== null),
    tone: source.tone ?? 'plain',
    dated: dateOf(source),
  }
}
