/** @file Addresses, telephones and opening hours of offices and stations. */
import { defineField } from 'sanity'
import { looksLikePhone, noPrivateNumber, preferOfficePhone } from '../rules/people.ts'

export function addressField(description = '写到门牌号，再写一个好认的地标。') {
  return defineField({
    name: 'address',
    title: '地址',
    description,
    type: 'string',
    validation: (rule) => rule.required().error('请填写地址'),
  })
}

export function officePhoneField(name = 'phone', title = '办公电话') {
  return defineField({
    name,
    title,
    description: '公开的办公电话，带区号。',
    type: 'string',
    placeholder: '0318-1234567',
    validation: (rule) => [
      rule.required().error(`请填写${title}`),
      rule.custom(looksLikePhone),
      rule.custom(preferOfficePhone).warning(),
    ],
  })
}

/** The telephone under which a lawyer is published: never a mobile number. */
export function lawyerPhoneField() {
  return defineField({
    name: 'officePhone',
    title: '办公电话',
    description: '律师事务所或单位的座机。不得填写手机号码。',
    type: 'string',
    placeholder: '0318-1234567',
    validation: (rule) => [
      rule.required().error('请填写办公电话'),
      rule.custom(noPrivateNumber),
      rule.custom(looksLikePhone),
    ],
  })
}

export function hoursField(required: boolean) {
  return defineField({
    name: 'hours',
    title: '接待时间',
    description: '例如：周一至周五 8:30–12:00，14:00–17:30。',
    type: 'string',
    validation: (rule) => (required ? rule.required().error('请填写接待时间') : rule),
  })
}
