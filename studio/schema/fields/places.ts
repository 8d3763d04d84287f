/** @file Fields that say where something belongs: county, township, village. */
import { defineField, type ReferenceFilterResolver } from 'sanity'
import { PositionInput } from '../../inputs/PositionInput.tsx'
import { wholePosition } from '../rules/position.ts'

interface Placed {
  county?: { _ref?: string }
}

/** Only places of the county already chosen; every place while none is. */
const inSameCounty: ReferenceFilterResolver = ({ document }) => {
  const county = (document as Placed).county?._ref
  return county ? { filter: 'county._ref == $county', params: { county } } : { filter: '', params: {} }
}

/**
 * The county to which the account is bounded, where it is. The lake would set it too, but tells the form only
 * when it is loaded again; meanwhile the form would take its own document for another county's.
 */
function ownCounty(_: unknown, { currentUser }: { currentUser: unknown }): { _ref: string } {
  const { county } = (currentUser ?? {}) as { county?: unknown }
  const own = typeof county === 'string' ? { _type: 'reference', _ref: county } : undefined
  // No value is a value too; only the Studio's type does not say so.
  return own as { _ref: string }
}

const countyBase = {
  name: 'county',
  title: '县区',
  type: 'reference' as const,
  to: [{ type: 'county' }],
  options: { disableNew: true },
  initialValue: ownCounty,
}

/** For what always belongs to one county. */
export function countyField() {
  return defineField({
    ...countyBase,
    description: '属于哪个县区。县区编辑只能改自己县区的内容。',
    validation: (rule) => rule.required().error('请选择县区'),
  })
}

/** For what may belong to the prefecture as a whole. */
export function countyOrAllField() {
  return defineField({ ...countyBase, description: '只属于一个县区时选择；全市通用就不选。' })
}

export function townshipField() {
  return defineField({
    name: 'township',
    title: '乡镇（街道）',
    description: '先选县区，这里就只列出该县区的乡镇。',
    type: 'reference',
    to: [{ type: 'township' }],
    options: { disableNew: true, filter: inSameCounty },
  })
}

const villageBase = {
  name: 'village',
  title: '村（社区）',
  description: '先选县区，这里就只列出该县区的村居。',
  type: 'reference' as const,
  to: [{ type: 'village' }],
  options: { disableNew: true, filter: inSameCounty },
}

export function villageField() {
  return defineField(villageBase)
}

export function requiredVillageField() {
  return defineField({ ...villageBase, validation: (rule) => rule.required().error('请选择村（社区）') })
}

/** Where it stands on the ground; phones find the nearest by it. */
export function positionField() {
  return defineField({
    name: 'position',
    title: '经纬度',
    description:
      '从地图软件里查到后抄在这里，两位小数就够，可以把两个数一起粘贴。手机用它算远近，不填也能按县区找到。',
    type: 'geopoint',
    components: { input: PositionInput },
    validation: (rule) => rule.custom((position) => wholePosition(position)),
  })
}

export function orderField(description: string) {
  return defineField({
    name: 'order',
    title: '排列次序',
    description,
    type: 'number',
    validation: (rule) => rule.required().integer().min(1).error('请写从 1 开始的整数'),
  })
}

export function codeField(digits: number, description: string) {
  return defineField({
    name: 'code',
    title: '行政区划代码',
    description,
    type: 'string',
    placeholder: '0'.repeat(digits),
    validation: (rule) =>
      rule
        .required()
        .regex(new RegExp(`^\\d{${digits}}$`, 'u'))
        .error(`请写 ${digits} 位数字的代码`),
  })
}
