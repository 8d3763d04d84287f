/**
 * @file The licence check. The public list comes to the phone; what is typed is compared here, is never
 * part of a request or an address, and is forgotten with the page.
 */
import { checkLicence, type LicenceFinding } from '../preferences/licence.ts'
import type { RosterPerson } from '../preferences/roster.ts'
import { chineseDate } from '../words/dates.ts'
import { element, part, said } from './people/element.ts'
import { rosterFrom } from './people/load-roster.ts'
import { phoneLink } from './people/person-line.ts'

const form = part<HTMLFormElement>('#licence')
const typed = part<HTMLInputElement>('#typed', form)
const finding = part('#finding')
const roster = rosterFrom(said(form, 'roster'))

const paragraph = (...words: readonly (Node | string)[]) => element('p', {}, ...words)

function fact(title: string, ...words: readonly (Node | string)[]): HTMLElement {
  return element('div', {}, element('dt', {}, title), element('dd', {}, ...words))
}

function record(person: RosterPerson): HTMLElement {
  const { name, slug, categoryName, office, officePhone, licenceNumber, yearlyAssessment } = person
  const assessed =
    yearlyAssessment && fact('年度考核', `${yearlyAssessment.year}年：${yearlyAssessment.result}`)
  return element(
    'section',
    { class: 'found' },
    element('h3', {}, element('a', { href: said(form, 'person') + encodeURIComponent(slug) }, name)),
    element(
      'dl',
      { class: 'facts' },
      fact('类别', categoryName),
      fact('执业机构', office?.title ?? '未登记'),
      fact('执业证号', licenceNumber),
      fact('机构电话', phoneLink(officePhone)),
      ...(assessed ? [assessed] : []),
      fact('与登记核对', chineseDate(person.checkedOn)),
    ),
  )
}

function found(by: 'name' | 'licence', people: readonly RosterPerson[]): HTMLElement {
  const many = people.length > 1 ? `同名的有${people.length}位，看清楚机构和证号。` : ''
  return element(
    'div',
    { class: 'answer' },
    element('h2', {}, '● 名录里有这个人'),
    paragraph(
      `${by === 'name' ? '姓名' : '执业证号'}对得上。${many}` +
        '可是骗子也会冒用真律师的名字：请按下面的机构电话打过去，问找您的是不是本人。',
    ),
    ...people.map(record),
  )
}

function missing(count: number): HTMLElement {
  return element(
    'div',
    { class: 'deadline' },
    element('h2', {}, '▲ 这份名录里没有'),
    paragraph(
      `名录里现有本地的${count}位法律服务人员，没有跟您输入的完全一样的。字写对了吗？同音字、少写一位都查不到。`,
    ),
    paragraph('没有查到，不一定是假的：也可能在外地执业。先别交钱，别给身份证和银行卡，拨打热线问一问。'),
    paragraph('下面写着哪些话多半是骗子说的，外地的律师又怎么查。'),
  )
}

function say(result: LicenceFinding | 'unread', count: number): HTMLElement {
  if (result === 'unread') {
    return element(
      'div',
      { class: 'note' },
      element('h2', {}, '○ 名录没有读到'),
      paragraph('可能是网络断了，所以还不能说是真是假。过一会儿再查，或者拨打热线请值班人员查。'),
    )
  }
  if (result.kind === 'tooShort') {
    return element(
      'div',
      { class: 'note' },
      element('h2', {}, '○ 请再写全一点'),
      paragraph('写出姓和名，或者执业证上的整个号码。只写一个姓，查不出是谁。'),
    )
  }
  return result.kind === 'found' ? found(result.by, result.people) : missing(count)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const asked = typed.value
  void roster().then((list) => {
    const people = list?.people ?? []
    finding.replaceChildren(say(list ? checkLicence(asked, people) : 'unread', people.length))
  })
})
form.hidden = false
