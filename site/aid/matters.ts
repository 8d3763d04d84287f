/**
 * @file What legal aid can be asked for, and by whom, in the words of a resident.
 *
 * Data only. Each entry names the article that it comes from: 法律援助法 (2022) arts. 24, 25, 29, 31–33 and
 * 42. Art. 31 (9) and art. 42 (4) leave room for other rules; they are told, not asked.
 */

export type MatterId =
  | 'wages'
  | 'workInjury'
  | 'injury'
  | 'support'
  | 'insurance'
  | 'pension'
  | 'capacity'
  | 'environment'
  | 'stateCompensation'
  | 'retrial'
  | 'crimeVictim'
  | 'defence'
  | 'other'

export type GroundId = 'violence' | 'brave' | 'acquittal' | 'hero' | 'none'
export type GroupId = 'noIncome' | 'relief' | 'migrant' | 'none'
export type IncomeId = 'within' | 'above' | 'unsure'

export interface Choice<Id extends string> {
  id: Id
  text: string
  /** The rule's place, as said to a reader: 第31条第5项. */
  article: string
  /** The papers about it. */
  papers: string
}

export const matters: readonly Choice<MatterId>[] = [
  {
    id: 'wages',
    text: '要工钱，或者要求确认是这家单位的人',
    article: '第31条第5项',
    papers: '劳动合同、工资条、转账和考勤记录、工牌、聊天记录、工友证言，有什么带什么',
  },
  {
    id: 'workInjury',
    text: '干活受了伤，要工伤赔偿',
    article: '第31条第7项',
    papers: '病历和票据、工伤认定书、伤残鉴定、能证明在哪里干活的材料，有什么带什么',
  },
  {
    id: 'injury',
    text: '车祸，或者食品药品、医疗事故伤了人，要赔偿',
    article: '第31条第7项',
    papers: '事故认定书、病历和票据、购物凭据、对方的信息，有什么带什么',
  },
  {
    id: 'support',
    text: '要赡养费、抚养费、扶养费',
    article: '第31条第4项',
    papers: '户口簿、结婚证或者离婚文书、村（居）委会的证明、花销票据，有什么带什么',
  },
  {
    id: 'insurance',
    text: '要社会保险待遇，或者要低保等社会救助',
    article: '第31条第2项',
    papers: '参保缴费记录、有关部门的决定或者答复，有什么带什么',
  },
  {
    id: 'pension',
    text: '要抚恤金',
    article: '第31条第3项',
    papers: '身份和亲属关系的证明、有关部门的决定或者答复，有什么带什么',
  },
  {
    id: 'capacity',
    text: '家里人神志不清、管不了自己的事，要请法院认定',
    article: '第31条第6项',
    papers: '户口簿、病历、残疾证、诊断或者鉴定，有什么带什么',
  },
  {
    id: 'environment',
    text: '污染、破坏生态造成了损失，要赔偿',
    article: '第31条第8项',
    papers: '现场照片和录像、检测结果、损失清单和票据，有什么带什么',
  },
  {
    id: 'stateCompensation',
    text: '国家机关办错了，要国家赔偿',
    article: '第31条第1项',
    papers: '判决书、决定书、释放证明等文书，有什么带什么',
  },
  {
    id: 'retrial',
    text: '对生效的判决不服，法院决定再审，或者检察院提出抗诉',
    article: '第33条',
    papers: '原来的判决书、裁定书，再审或者抗诉的文书',
  },
  {
    id: 'crimeVictim',
    text: '被人犯罪伤害，要参加刑事案件、要赔偿',
    article: '第29条',
    papers: '报案回执、立案告知书、起诉书、病历和票据，有什么带什么',
  },
  {
    id: 'defence',
    text: '自己或者家里人被公安、检察院、法院追究刑事责任',
    article: '第24条、第25条',
    papers: '拘留、逮捕通知书或者起诉书，家属申请的带亲属关系证明',
  },
  {
    id: 'other',
    text: '上面都没有我的事',
    article: '第31条第9项',
    papers: '跟这件事有关的合同、欠条、文书、照片，有什么带什么',
  },
]

/** Art. 32: who is in one of these situations is not asked about money at all. */
export const grounds: readonly Choice<GroundId>[] = [
  {
    id: 'violence',
    text: '受了虐待、遗弃或者家庭暴力，要维护自己的权益',
    article: '第32条第4项',
    papers: '报警回执、告诫书、保护令、伤情照片、病历、证人的话，有什么带什么',
  },
  {
    id: 'brave',
    text: '因为见义勇为受了损失，要维护自己的权益',
    article: '第32条第2项',
    papers: '见义勇为的确认书，或者公安、村（居）委会的证明',
  },
  {
    id: 'acquittal',
    text: '再审改判无罪，要国家赔偿',
    article: '第32条第3项',
    papers: '改判无罪的判决书',
  },
  {
    id: 'hero',
    text: '是英雄烈士的近亲属，要维护英雄烈士的名誉等人格权益',
    article: '第32条第1项',
    papers: '烈士证明书和亲属关系的证明',
  },
  { id: 'none', text: '都没有', article: '', papers: '' },
]

/** Art. 42: who proves to be one of these is not looked into. */
export const groups: readonly Choice<GroupId>[] = [
  {
    id: 'noIncome',
    text: '没有固定生活来源的未成年人、老年人、残疾人等',
    article: '第42条第1项',
    papers: '户口簿或者身份证上的年龄、残疾证，没有固定生活来源的证明',
  },
  {
    id: 'relief',
    text: '正在享受低保、特困供养等社会救助，或者司法救助、优抚',
    article: '第42条第2项',
    papers: '低保证、特困供养证、优抚证件，或者给予救助的决定',
  },
  {
    id: 'migrant',
    text: '进城务工人员，这次要的是工钱或者工伤赔偿',
    article: '第42条第3项',
    papers: '户口簿，能证明在外打工的材料',
  },
  { id: 'none', text: '都不是，或者拿不出证明', article: '', papers: '' },
]

export const incomes: readonly { id: IncomeId; text: string }[] = [
  { id: 'within', text: '不超过' },
  { id: 'above', text: '超过' },
  { id: 'unsure', text: '说不准，或者家里刚遇上大难处' },
]
