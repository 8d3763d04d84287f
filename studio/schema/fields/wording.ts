/** @file Fields that name things and put them into words: titles, slugs, sources, dates checked. */
import { defineArrayMember, defineField } from 'sanity'
import { TodayInput } from '../../inputs/TodayInput.tsx'
import { plainSlug, proposeSlug } from '../rules/text.ts'

export function titleField(title: string, description: string, charactersMax = 60) {
  return defineField({
    name: 'title',
    title,
    description,
    type: 'string',
    validation: (rule) => [
      rule.required().error(`请填写${title}`),
      rule.max(charactersMax).error(`${title}最多 ${charactersMax} 个字`),
    ],
  })
}

/**
 * @param prefix begins a slug that is proposed for a title without Latin letters
 * @param address the address within the site, with 网址名 where the slug stands
 */
export function slugField(prefix: string, address: string, source = 'title') {
  return defineField({
    name: 'slug',
    title: '网址名',
    description: `网页地址的最后一段，例如本站的 ${address}。地址会印在墙上和海报上，发布以后不要再改。`,
    type: 'slug',
    options: { source, maxLength: 80, slugify: (input) => proposeSlug(input, prefix) },
    validation: (rule) => [rule.required().error('请填写网址名，或点“生成”'), rule.custom(plainSlug)],
  })
}

export function textField(name: string, title: string, description: string, rows = 3) {
  return defineField({ name, title, description, type: 'text', rows })
}

export function requiredTextField(name: string, title: string, description: string, rows = 3) {
  return defineField({
    name,
    title,
    description,
    type: 'text',
    rows,
    validation: (rule) => rule.required().error(`请填写${title}`),
  })
}

export function sourceField() {
  return defineField({
    name: 'source',
    title: '来源',
    description: '谁写的，或最先由哪里发布。例如：市司法局普法科。',
    type: 'string',
    validation: (rule) => rule.required().error('请写明来源'),
  })
}

export function publishedOnField() {
  return defineField({
    name: 'publishedOn',
    title: '发布日期',
    description: '读者看到的日期。写真实的日期，不要为了好看而改。',
    type: 'date',
    components: { input: TodayInput },
    validation: (rule) => rule.required().error('请选择发布日期'),
  })
}

export function checkedOnField(description: string) {
  return defineField({
    name: 'checkedOn',
    title: '核对日期',
    description,
    type: 'date',
    components: { input: TodayInput },
    validation: (rule) => rule.required().error('请选择最近一次核对的日期'),
  })
}

/** For what is held against the law now and then, and may never have been. */
export function checkedAgainstLawField() {
  return defineField({
    name: 'checkedOn',
    title: '核对日期',
    description: '最近一次对照现行法律核对文字的日期。法律有变动时，这一天以前核对的会列入“法律变动”。',
    type: 'date',
    components: { input: TodayInput },
  })
}

/** A list of short texts, one a row, of which there must be one. */
export function requiredLinesField(name: string, title: string, description: string, missing: string) {
  return defineField({
    name,
    title,
    description,
    type: 'array',
    of: [
      defineArrayMember({
        type: 'string',
        validation: (rule) => rule.required().error('这一行是空的，请填写或删去'),
      }),
    ],
    validation: (rule) => [
      rule.required().min(1).error(missing),
      rule.unique().error('有重复的行，请删去一行'),
    ],
  })
}

const tags = {
  type: 'array' as const,
  of: [defineArrayMember({ type: 'string' })],
  options: { layout: 'tags' as const },
}

/** A list of short texts, shown as tags. */
export function tagsField(name: string, title: string, description: string) {
  return defineField({
    ...tags,
    name,
    title,
    description,
    validation: (rule) => rule.unique().error('有重复的词，请删去一个'),
  })
}

export function requiredTagsField(name: string, title: string, description: string, missing: string) {
  return defineField({
    ...tags,
    name,
    title,
    description,
    validation: (rule) => [
      rule.required().min(1).error(missing),
      rule.unique().error('有重复的词，请删去一个'),
    ],
  })
}
