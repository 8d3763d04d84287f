/**
 * @file The question bank of a fair as it travels to the phone, and what is chosen from it. Pure.
 *
 * Written by `/data/quiz.json`, read by the wheel and by the printed bank. Parsed at the edge: what comes
 * out of `parseBank` has at least two choices a question and an answer among them.
 */

export interface BankQuestion {
  id: string
  title: string
  choices: readonly string[]
  /** The place of the right choice, from 1. */
  answer: number
  explanation: string
  /** Slugs, the leading topic first. */
  topics: readonly string[]
  /** Ids; none: for everybody. */
  audiences: readonly string[]
  /** 《民法典》第一千零七十九条 */
  laws: readonly string[]
}

export interface Bank {
  /** In the order of the site. */
  topics: readonly { slug: string; title: string }[]
  audiences: readonly { id: string; title: string }[]
  questions: readonly BankQuestion[]
}

export interface Choice {
  /** Slugs; none: all. */
  topics: readonly string[]
  /** Null: everybody. */
  audience: string | null
}

/** Questions of the topics, for this audience or for everybody. */
export function chosenQuestions(questions: readonly BankQuestion[], choice: Choice): readonly BankQuestion[] {
  const { audience } = choice
  const wanted = new Set(choice.topics)
  return questions.filter(
    ({ topics, audiences }) =>
      (wanted.size === 0 || topics.some((topic) => wanted.has(topic))) &&
      (audience === null || audiences.length === 0 || audiences.includes(audience)),
  )
}

/** The topic that a question stands under: the first of its own among those chosen. */
export function topicOf(question: BankQuestion, choice: Choice): string {
  const among = question.topics.find((topic) => choice.topics.includes(topic))
  return among ?? question.topics[0] ?? ''
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function isQuestion(value: unknown): value is BankQuestion {
  if (!isObject(value)) return false
  const { id, title, choices, answer, explanation, topics, audiences, laws } = value
  return (
    [id, title, explanation].every(isText) &&
    [choices, topics, audiences, laws].every(isTexts) &&
    isTexts(choices) &&
    choices.length >= 2 &&
    typeof answer === 'number' &&
    Number.isInteger(answer) &&
    answer >= 1 &&
    answer <= choices.length
  )
}

const isNamed = (value: unknown, key: 'slug' | 'id'): boolean =>
  isObject(value) && isText(value[key]) && isText(value['title'])

/** @returns null when the text is no bank, or holds no question */
export function parseBank(text: string): Bank | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  if (!isObject(value)) return null
  const { topics, audiences, questions } = value
  if (!Array.isArray(topics) || !Array.isArray(audiences) || !Array.isArray(questions)) return null
  const sound = questions.filter(isQuestion)
  if (sound.length === 0) return null
  return {
    topics: topics.filter((topic): topic is Bank['topics'][number] => isNamed(topic, 'slug')),
    audiences: audiences.filter((one): one is Bank['audiences'][number] => isNamed(one, 'id')),
    questions: sound,
  }
}
