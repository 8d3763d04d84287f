/**
 * @file 赡养协议: how the children of old parents share their support. Pure.
 * 民法典 196 (no limitation), 1067; 老年人权益保障法 14 (three duties), 15 (illness), 16 (house), 17 (land),
 * 18 (visits), 19 (no refusal), 20 (consent of the old person, who supervises), 21 (marriage), 22 (property).
 */
import { capitals, figures } from '../capitals.ts'
import { civilCode, gravestFirst, warn } from '../checks/order.ts'
import { inOrder, notInFuture, slips } from '../checks/writing.ts'
import { heading, penFor, title, type Pen } from '../pen.ts'
import { count, money, typed } from '../read.ts'
import type { Block, Facts, Paper, Values, Warning } from '../shape.ts'
import { childPlaces, supportGroups as groups } from './support-agreement-blanks.ts'

const elderLaw = (article: string): string => `《老年人权益保障法》${article}`
const freeTexts = ['care', 'visits', 'land', 'more', 'medicalHow', 'livingWith', 'payWay']

/** Words that would end a duty which no paper can end, or take what is the old person's own. */
const forbidden: readonly { words: RegExp; text: string; basis: string }[] = [
  {
    words:
      /(不再|不用|不必|无需|免除|不承担|不负责|拒绝)[^。；]{0,8}(赡养|养老|照料|照顾)|断绝|脱离.{0,4}关系/,
    text: '协议里不能写不赡养、断绝关系这样的话：赡养是法律规定的义务，写了也免不掉。',
    basis: `${civilCode('第一千零六十七条')}、${elderLaw('第十九条、第二十条')}`,
  },
  {
    words: /放弃.{0,6}(继承|遗产|财产)/,
    text: '不能用放弃继承换不赡养：放弃了继承，照样要赡养老人。',
    basis: elderLaw('第十九条'),
  },
  {
    words: /(不得|不准|不许|不能).{0,6}(再婚|结婚|离婚|找老伴)/,
    text: '不能限制老人结婚、离婚、再婚，赡养也不因老人再婚而停止。',
    basis: `${civilCode('第一千零六十九条')}、${elderLaw('第二十一条')}`,
  },
  {
    words: /(房|宅|存折|存款|财产).{0,8}(归(?!老人)|过户|交给|转给)/,
    text: '老人的房子、存款是老人自己的，子女不能拿它当赡养的条件，也不能擅自改产权。老人要处分财产，请另立遗嘱或者合同，先打热线问清。',
    basis: elderLaw('第十六条、第二十二条'),
  },
]

function aboutWords(values: Values): Warning[] {
  return freeTexts.reduce<Warning[]>((all, name) => {
    const text = typed(values, name)
    const found = forbidden.filter(({ words }) => words.test(text))
    return [...all, ...found.map((each) => warn('stop', name, each.text, each.basis))]
  }, [])
}

function aboutDuties(values: Values): Warning[] {
  const found: Warning[] = []
  if (typed(values, 'agreed') === 'no')
    found.push(
      warn(
        'stop',
        'agreed',
        '赡养协议要经老人同意，内容不能违背老人的意愿。请先征得同意。',
        elderLaw('第二十条'),
      ),
    )
  if ((count(values, 'payDay') ?? 1) > 28)
    found.push(warn('stop', 'payDay', '请写1到28之间的一天，每个月都有这一天。'))
  const children = childPlaces.filter((place) => typed(values, `child${place}`) !== '')
  for (const place of children) {
    if (place === 1 || typed(values, `child${place}Pay`) !== '') continue
    const text = '没写这位子女给多少。可以用照料代替出钱，但要在“照料”里写明，不能什么都不承担。'
    found.push(warn('care', `child${place}Pay`, text, elderLaw('第十四条')))
  }
  if (children.length === 1) {
    const text = '儿子女儿都有赡养义务，出嫁的女儿也一样。有其他子女的，请都写上。'
    found.push(warn('note', 'child2', text, `${civilCode('第一千零六十七条')}、${elderLaw('第十四条')}`))
  }
  if (typed(values, 'living') === 'turns')
    found.push(
      warn('note', 'living', '轮着住要听老人的意思，不得强迫老人搬到条件低劣的房屋。', elderLaw('第十六条')),
    )
  const claim = '子女不照协议给，老人可以要求给付赡养费，要赡养费不受诉讼时效限制。'
  if (typed(values, 'child1') !== '')
    found.push(
      warn(
        'note',
        null,
        claim,
        `${civilCode('第一百九十六条')}、${civilCode('第一千零六十七条')}、${elderLaw('第十九条')}`,
      ),
    )
  return found
}

function warnings(values: Values, facts: Facts): readonly Warning[] {
  return gravestFirst(
    slips(groups, values),
    inOrder(values, 'signedOn', 'startOn', '开始给赡养费的日子在签名的日子前面，请核对。'),
    notInFuture(values, 'signedOn', '签名日期', facts.today),
    aboutWords(values),
    aboutDuties(values),
  )
}

function childRows(values: Values, pen: Pen): Block {
  const named = childPlaces.filter((place) => pen.has(`child${place}`))
  const places = named.length === 0 ? childPlaces : named
  const rows = places.map((place) => {
    const fen = money(values, `child${place}Pay`)
    return [
      typed(values, `child${place}`),
      typed(values, `child${place}Id`),
      fen === null ? '' : `${figures(fen)}（${capitals(fen)}）`,
    ]
  })
  return { kind: 'table', head: ['子女姓名', '身份证号', '每月赡养费（元）'], rows }
}

/** @see Paper */
export const supportAgreement: Paper = {
  slug: 'support-agreement',
  title: '赡养协议',
  situation: '老人赡养说定',
  summary: '几个子女商量怎么给老人养老，老人同意后写，老人和每位子女都签名。写不写协议，子女都要赡养。',
  groups,
  compose(values) {
    const pen = penFor(groups, values)
    const signers = childPlaces.filter((place) => pen.has(`child${place}`))
    return [
      title('赡养协议'),
      pen.flat('老人：{elder}（身份证号：{elderId}）' + (pen.has('elder2') ? '、{elder2}' : '')),
      pen.flat('老人住址：{elderAddress}'),
      pen.line('为使老人安度晚年，经老人同意，各子女协商约定如下。{agreed}'),
      heading('一、赡养费'),
      pen.line(
        '自{startOn}起，各子女于每月{payDay}日前，按下表给付赡养费' +
          pen.ifAny('payWay', '，给付方式：{payWay}') +
          '。',
      ),
      childRows(values, pen),
      heading('二、居住'),
      pen.line('{living}'),
      heading('三、医疗'),
      pen.line('{medical}子女应当使患病的老人及时得到治疗和护理。'),
      heading('四、照料和看望'),
      ...pen.long('care', 2),
      pen.line('看望和问候：{visits}。'),
      heading('五、老人的财产'),
      pen.line(
        '老人的住房、存款、养老金和其他财产由老人自己支配，任何人不得侵占。' +
          pen.ifAny('land', '承包地的耕种：{land}；收益归老人所有。'),
      ),
      heading('六、其他'),
      ...(pen.ifAny('more', 'more') === '' ? [] : pen.long('more', 1)),
      pen.line(
        pen.ifAny('watcher', '本协议由{watcher}监督履行。') +
          '生活费用明显变化的，可以重新协商。本协议不免除任何子女法定的赡养义务。',
      ),
      pen.line('本协议自老人和各子女签名之日起生效，老人、各子女各执一份。'),
      pen.signs(
        '老人（签名、按指印）：＿＿＿＿＿＿＿＿',
        ...(signers.length === 0 ? childPlaces : signers).map(
          (place) => `子女{child${place}}（签名、按指印）：＿＿＿＿＿＿`,
        ),
        '监督组织（盖章）：＿＿＿＿＿＿＿＿',
        '日期：{signedOn}',
      ),
    ]
  },
  warnings,
  after: [
    '念给老人听一遍，老人同意了再签；老人和每位子女都签名、按指印，每人一份。',
    '请村（居）委会或者老年人组织看一看、盖个章，由他们监督履行。',
    '也可以到村（居）人民调解委员会做成调解协议，三十日内双方一起向法院申请司法确认。',
    '有人不照做，先请村（居）委会督促；还不行，老人可以起诉要赡养费，也可以申请法律援助。',
  ],
}
