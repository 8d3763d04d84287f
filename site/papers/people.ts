/** @file Blanks about people that several papers ask for, with why each is asked. Pure data. */
import type { Blank, Group, TypedBlank } from './shape.ts'

/** The name; always required. */
export function nameBlank(name: string, role: string, more = ''): TypedBlank {
  const help = `写身份证上的姓名，不写小名、外号和单字。${more}`
  return { name, label: `${role}姓名`, kind: 'text', required: true, help, example: '王示例' }
}

export function idBlank(prefix: string, role: string): TypedBlank {
  return {
    name: `${prefix}Id`,
    label: `${role}身份证号`,
    kind: 'text',
    format: 'id',
    wide: 11,
    help: '照证件抄18位。同名的人很多，有号码才说得清是谁；在借用的手机上可以先空着，打印后手写。',
  }
}

export function addressBlank(prefix: string, role: string): TypedBlank {
  return {
    name: `${prefix}Address`,
    label: `${role}住址`,
    kind: 'text',
    wide: 16,
    help: '写现在住的地方，到村、组或者门牌。以后催款、寄文书都用它。',
    example: '某县某镇某村某组',
  }
}

export function phoneBlank(prefix: string, role: string): TypedBlank {
  return {
    name: `${prefix}Phone`,
    label: `${role}电话`,
    kind: 'text',
    wide: 9,
    help: '写打得通的号码，便于联系和通知。',
  }
}

/** Who owes: the person must be named without doubt, found and reached. */
export const debtor = (prefix: string, role: string, more: string): readonly Blank[] => [
  nameBlank(prefix, role, more),
  idBlank(prefix, role),
  addressBlank(prefix, role),
  phoneBlank(prefix, role),
]

/** What an application to an office says about a person: 劳动争议调解仲裁法 28; 民事诉讼法 124. */
export function fullPerson(prefix: string, role: string, more: readonly Blank[] = []): readonly Blank[] {
  return [
    nameBlank(prefix, role),
    {
      name: `${prefix}Gender`,
      label: `${role}性别`,
      kind: 'choice',
      help: '照身份证写。',
      options: [
        { value: 'male', label: '男', text: '男' },
        { value: 'female', label: '女', text: '女' },
      ],
    },
    {
      name: `${prefix}Born`,
      label: `${role}出生日期`,
      kind: 'date',
      help: '照身份证写，用来说明年龄。',
    },
    ...more,
    idBlank(prefix, role),
    addressBlank(prefix, role),
    phoneBlank(prefix, role),
  ]
}

/** The guarantor of a debt (民法典 686, 692). `checks/guarantee.ts` reads these blanks. */
export const guaranteeGroup: Group = {
  title: '有没有保证人',
  note: '只签个名、没写明是保证人，也推定不出是保证人的，法院不会让他担责，所以要写清。',
  blanks: [
    {
      name: 'guarantee',
      label: '保证人',
      kind: 'choice',
      required: true,
      help: '保证人是对方不还时替他还的人。没有就选“没有”。',
      options: [
        { value: 'none', label: '没有保证人', text: '本次没有保证人。' },
        {
          value: 'yes',
          label: '有保证人',
          text: '保证人{guarantor}（身份证号：{guarantorId}）对上述债务承担{guaranteeKind}的责任，保证期间至{guaranteeUntil}止。',
        },
      ],
    },
    {
      ...nameBlank('guarantor', '保证人', '保证人要亲自签名。'),
      when: { name: 'guarantee', is: ['yes'] },
    },
    { ...idBlank('guarantor', '保证人'), when: { name: 'guarantee', is: ['yes'] } },
    {
      name: 'guaranteeKind',
      label: '哪一种保证',
      kind: 'choice',
      required: true,
      help: '一般保证：先告欠款人、强制执行还不够，才找保证人。连带责任保证：到期不还，可以直接找保证人。',
      options: [
        { value: 'general', label: '一般保证', text: '一般保证' },
        { value: 'joint', label: '连带责任保证', text: '连带责任保证' },
      ],
      when: { name: 'guarantee', is: ['yes'] },
    },
    {
      name: 'guaranteeUntil',
      label: '保证到哪一天',
      kind: 'date',
      help: '要写一个晚于还款日的日子；不写，就只有还款期满后的六个月。',
      when: { name: 'guarantee', is: ['yes'] },
    },
  ],
}
