/** @file The blanks of a 劳动仲裁申请书. Pure data; the rules behind the help are named in labour-arbitration.ts. */
import { fullPerson } from '../people.ts'
import type { Blank, Group, TypedBlank } from '../shape.ts'

/** A claim for money that may be left empty. */
function claim(name: string, label: string, help: string): TypedBlank {
  return { name, label, kind: 'money', help }
}

const job: readonly Blank[] = [
  { name: 'job', label: '您做什么工作', kind: 'text', help: '写工种或者岗位。', example: '瓦工' },
]

export const labourGroups: readonly Group[] = [
  {
    title: '向哪里申请',
    blanks: [
      {
        name: 'commission',
        label: '哪个仲裁委员会',
        kind: 'text',
        wide: 12,
        required: true,
        help: '干活的地方或者单位所在地的都可以，两处都有人申请的，归干活的地方。名称打热线就能问到。',
        example: '某县劳动人事争议仲裁委员会',
      },
    ],
  },
  { title: '申请人（您自己）', blanks: fullPerson('applicant', '申请人', job) },
  {
    title: '被申请人（用人单位）',
    blanks: [
      {
        name: 'company',
        label: '单位全称',
        kind: 'text',
        wide: 14,
        required: true,
        help: '照营业执照写，一个字不能错。可以在国家企业信用信息公示系统查到。',
        example: '某示例建筑有限公司',
      },
      {
        name: 'companyAddress',
        label: '单位地址',
        kind: 'text',
        wide: 16,
        required: true,
        help: '写登记的地址；实际办公在别处的，也写上。',
      },
      {
        name: 'chief',
        label: '法定代表人或者负责人',
        kind: 'text',
        required: true,
        help: '公示系统里同一页就有，不一定是您认识的老板。',
      },
      { name: 'chiefPost', label: '他的职务', kind: 'text', help: '例如执行董事、经理。' },
      { name: 'companyPhone', label: '单位电话', kind: 'text', wide: 9, help: '写打得通的号码。' },
    ],
  },
  {
    title: '您要什么（没有的空着）',
    note: '要的每一项写清金额。漏了的，以后另提可能过期。',
    blanks: [
      claim('wages', '拖欠的工资（元）', '把每个月少发的加起来。'),
      {
        name: 'wagesSpan',
        label: '欠的是哪几个月',
        kind: 'text',
        wide: 12,
        help: '从哪月到哪月。',
        example: '2026年3月至5月',
      },
      claim(
        'overtime',
        '加班费（元）',
        '延时的不低于一倍半，休息日不能补休的不低于两倍，法定节日不低于三倍。',
      ),
      claim(
        'double',
        '没签合同的两倍工资差额（元）',
        '用工满一个月还没签书面合同的，从第二个月起算，最多十一个月。只写多出来的那一倍。',
      ),
      claim(
        'severance',
        '经济补偿（元）',
        '单位欠薪、不交社保您因此辞职的，或者单位依法辞退的。干满一年算一个月工资。',
      ),
      claim('illegal', '违法辞退的赔偿金（元）', '没有法定理由就被辞退的，是经济补偿的两倍。'),
      { name: 'otherClaims', label: '别的请求', kind: 'long', help: '例如确认从哪天到哪天有劳动关系。' },
    ],
  },
  {
    title: '事情的经过',
    blanks: [
      {
        name: 'hiredOn',
        label: '哪天开始干的',
        kind: 'date',
        required: true,
        help: '劳动关系从用工那天起就有了，不看签没签合同。',
      },
      {
        name: 'monthly',
        label: '说好的月工资（元）',
        kind: 'money',
        required: true,
        help: '按天、按件算的，写最近十二个月的平均数。',
      },
      {
        name: 'contract',
        label: '签了书面劳动合同吗',
        kind: 'choice',
        required: true,
        help: '合同、入职登记表、工牌都能证明劳动关系。',
        options: [
          { value: 'yes', label: '签了', text: '双方签订了书面劳动合同' },
          { value: 'no', label: '没签', text: '被申请人一直未与申请人签订书面劳动合同' },
        ],
      },
      {
        name: 'left',
        label: '现在还在那里干吗',
        kind: 'choice',
        required: true,
        help: '申请仲裁有时间限制，和走没走有关。',
        options: [
          { value: 'no', label: '还在干', text: '申请人现仍在被申请人处工作' },
          { value: 'yes', label: '已经不干了', text: '双方劳动关系于{leftOn}终止，原因：{leftWhy}' },
        ],
      },
      {
        name: 'leftOn',
        label: '哪天不干的',
        kind: 'date',
        required: true,
        help: '从这天起一年内要申请。',
        when: { name: 'left', is: ['yes'] },
      },
      {
        name: 'leftWhy',
        label: '为什么不干了',
        kind: 'text',
        wide: 14,
        help: '照实写：被辞退、工程结束，还是因为欠薪自己走的。',
        when: { name: 'left', is: ['yes'] },
      },
      {
        name: 'story',
        label: '经过',
        kind: 'long',
        required: true,
        help: '按时间先后写：怎么去的、工资怎么说的、欠了多少、怎么要过、对方怎么答复。只写事实，不骂人。',
      },
    ],
  },
  {
    title: '证据',
    blanks: [
      {
        name: 'evidence',
        label: '有哪些证据，从哪里来',
        kind: 'long',
        required: true,
        help: '一行写一样：合同、工资条、银行流水、考勤、工牌、聊天记录、工友证言，各写来源。工资表、考勤由单位保管的，单位不拿出来要承担不利后果。',
        example: '工资卡流水，来自某银行',
      },
      {
        name: 'witness',
        label: '证人姓名和住址',
        kind: 'text',
        wide: 16,
        help: '愿意出面的工友，先问过他再写。没有就空着。',
      },
      { name: 'signedOn', label: '申请日期', kind: 'date', required: true, help: '写递交当天。' },
    ],
  },
]
