/**
 * @file 欠条: money is owed for goods, work or another cause that is no loan. Pure.
 * 民法典 188, 195 (limitation), 511 (no due day), 585 (agreed damages); 民间借贷规定 14 (a note is judged by
 * what it is really about); 劳动争议调解仲裁法 9 (unpaid wages may be reported).
 */
import { guarantee } from '../checks/guarantee.ts'
import { limitationAhead } from '../checks/limitation.ts'
import { civilCode, gravestFirst, lendingRules, warn } from '../checks/order.ts'
import { inOrder, notInFuture, slips } from '../checks/writing.ts'
import { penFor, title } from '../pen.ts'
import { debtor, guaranteeGroup, idBlank, nameBlank } from '../people.ts'
import { percent, typed } from '../read.ts'
import type { Facts, Group, Paper, Values, Warning } from '../shape.ts'

/** Above this, agreed damages for paying late are likely to be lowered; a rule of thumb, said as such. */
const percentToDoubt = 24

const groups: readonly Group[] = [
  {
    title: '谁欠谁',
    blanks: [
      nameBlank('creditor', '债权人', '债权人就是该收钱的人。是店铺或者公司的，写营业执照上的名称。'),
      idBlank('creditor', '债权人'),
      ...debtor('debtor', '欠款人', '欠款人就是该给钱、要签名的人。'),
    ],
  },
  {
    title: '为什么欠，欠多少',
    blanks: [
      {
        name: 'cause',
        label: '因为什么欠的',
        kind: 'choice',
        required: true,
        help: '欠条要写清来由。打官司时，法院按真实的来由审，不只看条子。',
        options: [
          { value: 'goods', label: '货款', text: '货款' },
          { value: 'work', label: '工钱、劳务费', text: '劳务报酬' },
          { value: 'rent', label: '租金', text: '租金' },
          { value: 'loan', label: '借的钱', text: '借款' },
          { value: 'other', label: '别的', text: '其他款项' },
        ],
      },
      {
        name: 'detail',
        label: '具体说一说',
        kind: 'text',
        wide: 20,
        required: true,
        help: '什么时候、什么货或者什么活、多少数量、单价多少。',
        example: '2026年3月购买玉米种子200斤，每斤15元',
      },
      {
        name: 'amount',
        label: '欠款金额（元）',
        kind: 'money',
        required: true,
        help: '只写数字，大写自动写好。写对账以后还没付的数。',
        example: '3000',
      },
    ],
  },
  {
    title: '哪天给清',
    blanks: [
      {
        name: 'dueOn',
        label: '哪天付清',
        kind: 'date',
        required: true,
        help: '一定写明一天。没有日子的欠条，从哪天算逾期最容易争。',
      },
      {
        name: 'overdue',
        label: '到期没给，怎么算',
        kind: 'choice',
        help: '可以约定违约金；定得过分高于损失，法院可以减少。',
        options: [
          { value: 'law', label: '不另外约定', text: '逾期不付的，按法律规定承担责任。' },
          {
            value: 'rate',
            label: '约定违约金',
            text: '逾期不付的，自逾期之日起，以未付金额为基数，按年利率{overdueRate}%支付违约金，至付清为止。',
          },
        ],
      },
      {
        name: 'overdueRate',
        label: '违约金年利率（%）',
        kind: 'percent',
        required: true,
        help: '写一年的百分数。',
        example: '6',
        when: { name: 'overdue', is: ['rate'] },
      },
    ],
  },
  guaranteeGroup,
  {
    title: '写条子的日子',
    blanks: [
      {
        name: 'signedOn',
        label: '签名日期',
        kind: 'date',
        required: true,
        help: '写签名当天，由欠款人当面亲手签名、按指印。',
      },
    ],
  },
]

function about(values: Values): Warning[] {
  const found: Warning[] = []
  const cause = typed(values, 'cause')
  if (cause === 'loan') {
    const text = '借的钱请写借条，不写欠条：借条说明是借款，欠条只说明欠钱，还要另外证明为什么欠。'
    found.push(warn('stop', 'cause', text, lendingRules('第二条、第十四条')))
  } else if (cause !== '') {
    const text = '欠条只证明欠钱，来由要另有凭据。请把送货单、记工单、对账单和聊天记录一起留好。'
    found.push(warn('note', 'cause', text, lendingRules('第十四条')))
  }
  if (cause === 'work') {
    const text = '给单位干活被欠工资的，还可以向劳动监察投诉，或者申请劳动仲裁，不必只等欠条到期。'
    found.push(warn('note', 'cause', text, '《劳动争议调解仲裁法》第五条、第九条'))
  }
  if (typed(values, 'overdue') === 'rate' && (percent(values, 'overdueRate') ?? 0) > percentToDoubt) {
    const text = '违约金定得很高。过分高于实际损失的，对方可以请求法院适当减少。'
    found.push(warn('care', 'overdueRate', text, civilCode('第五百八十五条')))
  }
  return found
}

function warnings(values: Values, facts: Facts): readonly Warning[] {
  return gravestFirst(
    slips(groups, values),
    inOrder(values, 'signedOn', 'dueOn', '付清的日子在签名的日子前面，请核对。'),
    notInFuture(values, 'signedOn', '签名日期', facts.today),
    guarantee(values, 'dueOn'),
    about(values),
    typed(values, 'amount') === '' ? [] : limitationAhead(values, 'dueOn'),
  )
}

/** @see Paper */
export const debtNote: Paper = {
  slug: 'debt-note',
  title: '欠条',
  situation: '别人欠货款、工钱没给',
  summary: '货款、工钱、租金对完账还没付的时候，由欠钱的人写给该收钱的人。借出去的钱要写借条。',
  groups,
  compose(values) {
    const pen = penFor(groups, values)
    return [
      title('欠条'),
      pen.line(
        '本人{debtor}（身份证号：{debtorId}）因{cause}（{detail}），经双方核对，截至{signedOn}尚欠{creditor}（身份证号：{creditorId}）人民币{amount:capitals}（￥{amount}）。',
      ),
      pen.line('以上款项不晚于{dueOn}全部付清。{overdue}'),
      pen.line('{guarantee}'),
      pen.flat('欠款人住址：{debtorAddress}'),
      pen.flat('欠款人电话：{debtorPhone}'),
      pen.signs(
        '欠款人（签名、按指印）：＿＿＿＿＿＿＿＿',
        ...(pen.is('guarantee', 'none') ? [] : ['保证人（签名、按指印）：＿＿＿＿＿＿＿＿']),
        '日期：{signedOn}',
      ),
    ]
  },
  warnings,
  after: [
    '打印后由欠款人当面签名、按指印；单位欠的，要盖公章，并写上经办人。',
    '把送货单、记工单、对账单、聊天记录和欠条放在一起保存。',
    '到期没给，用短信、微信催要，并保存记录；从对方收到催要起，三年重新计算。',
    '付一笔写一张收条；全部付清，收回欠条。',
  ],
}
