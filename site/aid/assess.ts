/**
 * @file What a resident may expect who asks for legal aid, why, what to bring and what else helps.
 *
 * Pure. Rule: 法律援助法 arts. 24, 25, 29–34, 41–44. The check decides nothing: the centre does (art. 43).
 * Invariant: every outcome has papers and a way on; none is a flat no.
 */
import { nextQuestion, type Answers } from './answers.ts'
import { grounds, groups, matters } from './matters.ts'

/** `likely`: nothing speaks against it · `ask`: the centre must look · `outside`: no article names the matter. */
export type Verdict = 'likely' | 'ask' | 'outside'

/** The province's line, from the editors (art. 34); null while they have written none. */
export type IncomeLine = { yuanPerMonth: number; basis: string } | null

export interface Assessment {
  verdict: Verdict
  reasons: readonly string[]
  /** All papers at once (art. 43: what is missing is named once and together). */
  papers: readonly string[]
  ways: readonly string[]
}

export const verdictTitles: Readonly<Record<Verdict, string>> = {
  likely: '很可能可以',
  ask: '可以先申请，由中心审查',
  outside: '法律没有列明这件事，但可以这样求助',
}

const idCard = '身份证；替别人申请的，再带上代理人的身份证和有代理权的证明'
const form = '法律援助申请表，到窗口领，不会写的请窗口帮忙'
const promise = '经济困难情况的说明；开不出证明的，可以签一份个人诚信承诺（第41条）'
const urgent =
  '离起诉、申请仲裁的期限不到七天的，一去就说明，可以先援助、后补手续（第44条）。带上看得出日子的文书。'
const refused = '中心决定不给的，会书面说明理由（第43条）；不服可以向司法局提出异议，五日内审查（第49条）。'
const honest = '情况要如实说。编假材料骗取援助的，要退还费用，还会被罚款（第64条）。'

/** @returns null while a question is still open */
export function assess(answers: Answers, line: IncomeLine): Assessment | null {
  const matter = matters.find(({ id }) => id === answers.matter)
  if (!matter || nextQuestion(answers, line !== null) !== null) return null
  if (matter.id === 'defence') return defence(matter.papers)

  const ground = grounds.find(({ id }) => id === answers.ground && id !== 'none')
  if (ground) {
    return {
      verdict: 'likely',
      reasons: [`“${ground.text}”的，申请法律援助不看经济条件，不用说明家里的收入（${ground.article}）。`],
      papers: [idCard, form, ground.papers, matter.papers],
      ways: [urgent, refused],
    }
  }
  if (matter.id === 'other') return outside(matter.papers)

  const listed = `“${matter.text}”，因经济困难没有请代理人的，可以申请法律援助（${matter.article}）。`
  const group = groups.find(({ id }) => id === answers.group && id !== 'none')
  if (group) {
    return {
      verdict: 'likely',
      reasons: [listed, `“${group.text}”，有材料证明的，不再核查经济困难状况（${group.article}）。`],
      papers: [idCard, form, group.papers, matter.papers],
      ways: [urgent, refused],
    }
  }
  return {
    verdict: answers.income === 'within' ? 'likely' : 'ask',
    reasons: [listed, incomeReason(answers, line)],
    papers: [idCard, form, promise, matter.papers],
    ways: [urgent, honest, refused],
  }
}

function incomeReason({ income }: Answers, line: IncomeLine): string {
  if (!line) {
    return '经济困难的标准由省里定，会调整（第34条），本站还没有录入。先去申请：如实说明家里的困难，开不出证明的可以作个人诚信承诺（第41条）。'
  }
  const standard = `标准是平均每人每月${line.yuanPerMonth}元（${line.basis}）`
  if (income === 'within')
    return `${standard}，您家不超过，符合经济困难的条件（第34条），由中心核查（第41条）。`
  if (income === 'above') {
    return `${standard}，您家超过了，只看收入不算经济困难。家里看病、上学等花销大，确有困难的，如实向中心说明（第41条），由中心审查决定。`
  }
  return `${standard}。说不准也可以申请：如实说明家里的情况，中心可以联网核查，也可以由您作个人诚信承诺（第41条）。`
}

function defence(papers: string): Assessment {
  return {
    verdict: 'ask',
    reasons: [
      '没有请辩护人的，本人和近亲属都可以申请，不只是因为经济困难（第24条）。',
      '未成年人，视力、听力、言语残疾人，不能完全辨认自己行为的成年人，可能判无期徒刑、死刑的人等，没有辩护人的，办案机关应当通知法律援助机构派律师，不用自己申请（第25条）。',
      '强制医疗案件中没有请代理人的，法院应当通知派律师（第28条）。',
      '人被关押的，可以让看守所转交申请，二十四小时内转到（第39条）；还没有辩护人的，可以约见值班律师（第30条、第37条）。',
    ],
    papers: [idCard, form, promise, papers],
    ways: ['派了律师，也不影响您自己请辩护人（第27条）。', refused],
  }
}

function outside(papers: string): Assessment {
  return {
    verdict: 'outside',
    reasons: [
      '法律援助法列明的事里没有这一件，但别的法律、法规和规章还可以规定（第31条第9项）。先打热线或者去中心问清，再作打算。',
    ],
    papers: [idCard, papers],
    ways: [
      '打热线或者到窗口问，法律咨询不收钱（第22条、第23条）。',
      '邻里、家庭、欠账等纠纷，可以请村（居）人民调解委员会调解，不收任何费用（人民调解法第4条）。',
      '打官司交不起诉讼费的，可以向法院申请缓交、减交或者免交。',
      '也可以在“找律师”里找擅长这件事的人，先问清楚怎么收费。',
    ],
  }
}
