/**
 * @file 民事起诉状 (民间借贷): a lender sues for repayment. Pure.
 * 民事诉讼法 124 (what a complaint must say); 民间借贷规定 2, 3 (court), 4 (guarantors), 15, 16 (proof), 18, 19
 * (false suits), 24–28 (interest); 民法典 188, 192, 195 (limitation), 675 (no due day), 693 (guarantors).
 */
import { figures } from '../capitals.ts'
import { interestAgreed, monthlySlip, rateCeiling } from '../checks/interest.ts'
import { limitationBehind } from '../checks/limitation.ts'
import { civilCode, gravestFirst, lendingRules, warn } from '../checks/order.ts'
import { inOrder, notInFuture, slips } from '../checks/writing.ts'
import { heading, penFor, title, type Pen } from '../pen.ts'
import { day, money, typed } from '../read.ts'
import type { Block, Facts, Paper, Values, Warning } from '../shape.ts'
import { complaintGroups as groups } from './loan-complaint-blanks.ts'

function aboutSums(values: Values): Warning[] {
  const lent = money(values, 'amount')
  const claim = money(values, 'claim')
  const repaid = money(values, 'repaid') ?? 0
  if (lent === null || claim === null) return []
  if (repaid > lent) return [warn('stop', 'repaid', '已经还的本金比借出的还多，请核对。')]
  if (claim === lent - repaid) return []
  const level = claim > lent - repaid ? 'stop' : 'care'
  const text = `借出${figures(lent)}元，减去已还的${figures(repaid)}元，应还本金${figures(lent - repaid)}元，和您要的${figures(claim)}元不一样。`
  return [warn(level, 'claim', text, claim > lent ? lendingRules('第二十六条') : null)]
}

function aboutInterest(values: Values): Warning[] {
  const agreed = typed(values, 'interest')
  const claimed = typed(values, 'claimInterest')
  if (agreed === 'none' && claimed === 'agreed')
    return [
      warn(
        'stop',
        'claimInterest',
        '没有约定利息，要借期内的利息法院不支持；可以改要到期以后的逾期利息。',
        lendingRules('第二十四条、第二十八条'),
      ),
    ]
  if (agreed === 'rate' && claimed === 'overdue')
    return [
      warn(
        'care',
        'claimInterest',
        '约定了利率的，逾期也可以按约定的利率要，请改选“要约定的利息”。',
        lendingRules('第二十八条'),
      ),
    ]
  const from = day(values, 'interestFrom')
  const due = day(values, 'dueOn')
  if (claimed === 'overdue' && from !== null && due !== null && from <= due)
    return [
      warn(
        'stop',
        'interestFrom',
        '逾期利息从到期第二天起算，不能早于约好还钱的日子。',
        lendingRules('第二十八条'),
      ),
    ]
  return []
}

function aboutProof(values: Values): Warning[] {
  const note = typed(values, 'note')
  const cash = typed(values, 'paidBy') === 'cash'
  const found: Warning[] = []
  if (note === 'no' && cash) {
    const text = '没有借条，又是现金，很难证明。先找聊天记录、录音、证人；也可以请对方补写借条或者还款协议。'
    found.push(warn('care', 'note', text, lendingRules('第二条、第十五条')))
  } else if (note === 'no') {
    const text = '只有转账记录时，对方如果拿出证据说是还旧账，您还要继续证明是借款。请备好聊天记录、录音。'
    found.push(warn('care', 'note', text, lendingRules('第十六条')))
  } else if (note === 'yes' && cash) {
    const text = '现金交付的，对方可能说没收到。请写清时间、地点、钱从哪来、谁在场。'
    found.push(warn('note', 'paidBy', text, lendingRules('第十五条')))
  }
  if (typed(values, 'second') !== '') {
    const text = '告保证人，要看还在不在保证期间：没约定的是还款期满后六个月，过期他不再担责。'
    found.push(
      warn(
        'care',
        'second',
        text,
        `${civilCode('第六百九十二条、第六百九十三条')}、${lendingRules('第四条')}`,
      ),
    )
  }
  if (note !== '') {
    const text = '只写真实发生的事。编造借款、串通起诉是虚假诉讼，会被罚款、拘留，构成犯罪的追究刑事责任。'
    found.push(warn('note', null, text, lendingRules('第十八条、第十九条')))
  }
  return found
}

function aboutTime(values: Values, facts: Facts): Warning[] {
  const due = day(values, 'dueOn')
  const demanded = day(values, 'demandedOn')
  if (due !== null && due >= facts.today) {
    const text = '约好还钱的日子还没到。没到期就起诉，一般要等到期；有特别情况请先打热线问。'
    return [warn('care', 'dueOn', text, civilCode('第六百七十五条'))]
  }
  if (due === null && typed(values, 'amount') !== '') {
    const text = '没约定还款日的，可以催他在合理期限内还；起诉前请先催一次，并留下凭据。'
    return [warn('note', 'dueOn', text, civilCode('第六百七十五条'))]
  }
  if (due === null) return []
  const since = demanded !== null && demanded > due ? demanded : due
  return limitationBehind(since, since === due ? 'dueOn' : 'demandedOn', facts)
}

function warnings(values: Values, facts: Facts): readonly Warning[] {
  const rate = typed(values, 'interest') === 'rate'
  const blank = { rate: 'rate', made: 'lentOn', label: '年利率', article: '第二十五条' } as const
  return gravestFirst(
    slips(groups, values),
    inOrder(values, 'lentOn', 'dueOn', '还钱的日子在借钱的日子前面，请核对。'),
    inOrder(values, 'lentOn', 'interestFrom', '利息不能从交钱以前算起。'),
    notInFuture(values, 'lentOn', '交钱的日期', facts.today),
    notInFuture(values, 'demandedOn', '要钱的日期', facts.today),
    notInFuture(values, 'signedOn', '起诉日期', facts.today),
    interestAgreed(values),
    rate ? rateCeiling(values, blank, facts) : [],
    rate ? monthlySlip(values, 'rate') : [],
    aboutSums(values),
    aboutInterest(values),
    aboutProof(values),
    aboutTime(values, facts),
  )
}

function claimBlocks(pen: Pen): Block[] {
  const interest = pen.is('claimInterest', 'none') ? [] : ['{claimInterest}']
  const lines = [
    '判令被告偿还借款本金人民币{claim:capitals}（￥{claim}）；',
    ...interest,
    '本案诉讼费用由被告承担。',
  ]
  return lines.map((text, index) => pen.line(`${index + 1}．${text}`))
}

/** @see Paper */
export const loanComplaint: Paper = {
  slug: 'loan-complaint',
  title: '民事起诉状（民间借贷）',
  situation: '借出的钱要不回，起诉要债',
  summary: '钱借给个人，到期不还、商量不成的时候，向法院递交。货款、工钱不用这一张。',
  groups,
  compose(values) {
    const pen = penFor(groups, values)
    return [
      title('民事起诉状'),
      pen.flat(
        '原告：{plaintiff}，性别：{plaintiffGender}，出生日期：{plaintiffBorn}，民族：{plaintiffPeople}，职业和工作单位：{plaintiffJob}，身份证号：{plaintiffId}',
      ),
      pen.flat('住址：{plaintiffAddress}，电话：{plaintiffPhone}'),
      pen.flat('被告：{defendant}，性别：{defendantGender}，身份证号：{defendantId}'),
      pen.flat('住址：{defendantAddress}，电话：{defendantPhone}'),
      ...(pen.has('second') ? [pen.flat('被告（保证人）：{second}，住址：{secondAddress}')] : []),
      heading('诉讼请求'),
      ...claimBlocks(pen),
      heading('事实和理由'),
      pen.line(
        '被告于{lentOn}向原告借款人民币{amount:capitals}（￥{amount}），原告以{paidBy}方式交付，{note}。' +
          pen.ifAny('dueOn', '双方约定还款日为{dueOn}，', '双方未约定还款日，') +
          '{interest}。' +
          pen.ifAny('repaid', '被告已归还本金{repaid}元，其余至今未还。', '被告至今未还本金。') +
          pen.ifAny('demandedOn', '原告最近一次于{demandedOn}催要，被告仍未归还。'),
      ),
      ...(pen.ifAny('story', 'story') === '' ? [] : pen.long('story', 6)),
      pen.line(
        '为维护原告的合法权益，根据《中华人民共和国民法典》和《中华人民共和国民事诉讼法》的规定，提起诉讼，请依法判决。',
      ),
      heading('证据和证据来源，证人姓名和住所'),
      ...pen.long('evidence', 5),
      pen.line(pen.ifAny('witness', '证人：{witness}', '证人：无')),
      pen.flat('此致'),
      pen.flat('{court}'),
      pen.signs('具状人（签名、按指印）：＿＿＿＿＿＿＿＿', '日期：{signedOn}'),
      pen.flat('附：1．本起诉状副本＿＿份（按被告人数）；2．身份证复印件；3．证据材料复印件。'),
    ]
  },
  warnings,
  after: [
    '打印后亲笔签名、按指印：给法院一份，被告有几个再加几份，自己留一份。',
    '带上身份证和证据的原件、复印件，到法院立案窗口递交，也可以问问网上立案；立案时会告知诉讼费。',
    '立案前可以先请村（居）人民调解委员会调解，不收费。',
    '怕对方转移财产的，可以问法院怎么申请财产保全；交不起诉讼费的，可以申请缓交、减交、免交。',
  ],
}
