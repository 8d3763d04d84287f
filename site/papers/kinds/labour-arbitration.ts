/**
 * @file 劳动仲裁申请书: a worker claims from an employer. Pure.
 * 劳动争议调解仲裁法 6, 21, 27, 28 (what it must say; copies), 39, 47, 53 (free); 劳动合同法 7, 30, 46–48, 82,
 * 87; 劳动法 44 (overtime).
 */
import { arbitrationLaw, arbitrationYear, claims } from '../checks/labour.ts'
import { gravestFirst, warn } from '../checks/order.ts'
import { inOrder, notInFuture, slips } from '../checks/writing.ts'
import { heading, penFor, title, type Pen } from '../pen.ts'
import { typed } from '../read.ts'
import type { Block, Facts, Paper, Values, Warning } from '../shape.ts'
import { labourGroups as groups } from './labour-arbitration-blanks.ts'

/** What is claimed, by the blank that holds the amount. */
const claimLines: readonly (readonly [string, string])[] = [
  ['wages', '请求裁决被申请人支付{wagesSpan}拖欠的工资人民币{wages:capitals}（￥{wages}）'],
  ['overtime', '请求裁决被申请人支付加班工资人民币{overtime:capitals}（￥{overtime}）'],
  ['double', '请求裁决被申请人支付未订立书面劳动合同的二倍工资差额人民币{double:capitals}（￥{double}）'],
  [
    'severance',
    '请求裁决被申请人支付解除（终止）劳动合同的经济补偿人民币{severance:capitals}（￥{severance}）',
  ],
  ['illegal', '请求裁决被申请人支付违法解除劳动合同的赔偿金人民币{illegal:capitals}（￥{illegal}）'],
]

/** The claims that are made; on an empty form all that can be made. */
function claimBlocks(pen: Pen): Block[] {
  const made = claimLines.filter(([name]) => pen.has(name))
  const open = made.length === 0 && !pen.has('otherClaims')
  const lines = (open ? claimLines : made).map(([, text], index) => pen.line(`${index + 1}．${text}；`))
  const other = pen.has('otherClaims') || open ? [pen.flat('其他请求：'), ...pen.long('otherClaims', 2)] : []
  return [...lines, ...other]
}

function aboutFiling(values: Values): Warning[] {
  if (typed(values, 'company') === '') return []
  const place = '向劳动合同履行地（干活的地方）或者用人单位所在地的仲裁委员会申请，不收费。'
  return [
    warn('note', 'commission', place, arbitrationLaw('第二十一条、第五十三条')),
    warn(
      'note',
      'evidence',
      '工资表、考勤等由单位保管的证据，您拿不到也可以写上，请仲裁庭让单位提供；不提供的，单位承担不利后果。',
      arbitrationLaw('第六条、第三十九条'),
    ),
  ]
}

function warnings(values: Values, facts: Facts): readonly Warning[] {
  return gravestFirst(
    slips(groups, values),
    inOrder(values, 'hiredOn', 'leftOn', '不干的日子在开始干的日子前面，请核对。'),
    notInFuture(values, 'hiredOn', '开始干的日期', facts.today),
    notInFuture(values, 'leftOn', '不干的日期', facts.today),
    notInFuture(values, 'signedOn', '申请日期', facts.today),
    arbitrationYear(values, facts),
    claims(values),
    aboutFiling(values),
  )
}

/** @see Paper */
export const labourArbitration: Paper = {
  slug: 'labour-arbitration',
  title: '劳动仲裁申请书',
  situation: '老板欠薪，申请仲裁',
  summary:
    '给单位干活，工资没给、没签合同、被辞退的时候，向劳动人事争议仲裁委员会递交，不收费。给个人家里帮工的，一般不走仲裁，先打热线问。',
  groups,
  compose(values) {
    const pen = penFor(groups, values)
    return [
      title('劳动仲裁申请书'),
      pen.flat(
        '申请人：{applicant}，性别：{applicantGender}，出生日期：{applicantBorn}，身份证号：{applicantId}，职业：{job}，工作单位：{company}',
      ),
      pen.flat('住址：{applicantAddress}，电话：{applicantPhone}'),
      pen.flat('被申请人：{company}，住所：{companyAddress}'),
      pen.flat('法定代表人（主要负责人）：{chief}，职务：{chiefPost}，电话：{companyPhone}'),
      heading('仲裁请求'),
      ...claimBlocks(pen),
      heading('事实和理由'),
      pen.line(
        '申请人于{hiredOn}到被申请人处工作，岗位为{job}，约定月工资人民币{monthly}元，{contract}。{left}。',
      ),
      ...pen.long('story', 8),
      pen.line(
        '为维护申请人的合法权益，根据《中华人民共和国劳动争议调解仲裁法》的规定，申请仲裁，请依法裁决。',
      ),
      heading('证据和证据来源，证人姓名和住址'),
      ...pen.long('evidence', 5),
      pen.line(pen.ifAny('witness', '证人：{witness}', '证人：无')),
      pen.flat('此致'),
      pen.flat('{commission}'),
      pen.signs('申请人（签名、按指印）：＿＿＿＿＿＿＿＿', '日期：{signedOn}'),
      pen.flat('附：1．本申请书副本＿＿份（按被申请人人数）；2．身份证复印件；3．证据材料复印件。'),
    ]
  },
  warnings,
  after: [
    '打印后亲笔签名、按指印：给仲裁委员会一份，被申请人有几个再加几份，自己留一份。',
    '带上身份证、证据的原件和复印件，到仲裁委员会递交；写有困难的，也可以当面口头申请。',
    '收到申请五日内会决定是否受理；受理后一般四十五日内裁决，复杂的可再延长十五日。不收费。',
    '农民工要工资，申请法律援助不看经济困难。打热线，可以请人免费帮忙。',
  ],
}
