/** @file Errors of review (三审三校). Which statuses may stand: lake.ts. */
import type { ReviewRefusal } from '../review/rule.ts'
import type { Registry } from './registry.ts'

export type LakeReviewErrorCode =
  'lake.not-reviewed' | 'lake.key-period' | `lake.review-${ReviewRefusal | 'trail' | 'words-blocked'}`

export const lakeReviewErrors: Registry<LakeReviewErrorCode> = {
  'lake.not-reviewed': {
    status: 403,
    message: '这份内容还没有审核通过，不能公开',
    remedy: '请先送审；三审通过后就能发布。送审以后改过一个字，也要重新送审',
  },
  // Neither refused for good nor lost: the Studio keeps what was typed.
  'lake.key-period': {
    status: 423,
    message: '重点时期，稿件暂停修改和发布',
    remedy: '确需修改，请联系名单上的值守人员或管理员；撤下内容不受限制',
  },
  'lake.review-trail': {
    status: 403,
    message: '审核记录只能由审核的人自己添一笔，不能改，也不能删',
    remedy: '请用编辑台里的送审、通过、退回按钮办理',
  },
  'lake.review-words-blocked': {
    status: 422,
    message: '有词表禁用的写法，或者引用的法条不对，不能送审',
    remedy: '在编辑页上方“用词”一栏逐处改好，再送审',
  },
  'lake.review-not-a-person': {
    status: 403,
    message: '程序不能送审，也不能审核',
    remedy: '请用本人的账号登录后办理',
  },
  'lake.review-nothing-there': {
    status: 409,
    message: '没有可以送审的草稿',
    remedy: '可能已经发布或删除；刷新后再看',
  },
  'lake.review-not-open': {
    status: 409,
    message: '这份内容现在不在审核中',
    remedy: '可能已被撤回、退回或发布；刷新后再看',
  },
  'lake.review-changed': {
    status: 409,
    message: '内容刚刚被改动，和您看到的不一样了',
    remedy: '请重新看一遍；送审以后改动的，要由编辑重新送审',
  },
  'lake.review-other-stage': {
    status: 403,
    message: '现在不是您负责的审次',
    remedy: '请等前面的审次完成；账号能审哪几级，由管理员在“账号”里设置',
  },
  'lake.review-stage-not-yours': {
    status: 403,
    message: '这个账号不是审核账号',
    remedy: '请由审核员办理；外出期间可由管理员设置代审',
  },
  'lake.review-own-work': {
    status: 403,
    message: '自己写过或送审的内容，自己不能审',
    remedy: '请另一位审核员办理',
  },
  'lake.review-twice': {
    status: 403,
    message: '同一个人（或同一个岗位）在一轮里只能审一次',
    remedy: '请另一位审核员办理下一审',
  },
  'lake.review-other-county': {
    status: 403,
    message: '这是别的县区的内容',
    remedy: '请由该县区或市局的人员办理',
  },
  'lake.review-words-missing': {
    status: 422,
    message: '请写明理由',
    remedy: '退回要写明哪里要改，急件要写明为什么急',
  },
  'lake.review-words-too-long': {
    status: 422,
    message: '意见太长',
    remedy: '最多 1000 个字；长的意见请写在附件里',
  },
  'lake.review-not-urgent': {
    status: 403,
    message: '只有 24 小时以内到期的通知可以走急件',
    remedy: '把通知的截止时间改到 24 小时以内，或走正常的三审',
  },
  'lake.review-already-handed-in': {
    status: 409,
    message: '这份内容已经在审核中',
    remedy: '不用再送；要改可先撤回',
  },
  'lake.review-not-yours': {
    status: 403,
    message: '只有送审的人、写稿的人或管理员可以撤回',
    remedy: '请联系送审的人；审核员可以退回',
  },
}
