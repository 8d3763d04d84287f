/** @file The kinds of list of which the desk is made. */
import type { ComponentType } from 'react'
import type {
  ListBuilder,
  ListItemBuilder,
  StructureBuilder,
  StructureResolverContext,
} from 'sanity/structure'
import type { DocumentType } from '../../contracts/documents/index.ts'
import { CountyIcon } from '../icons/places.tsx'
import { TopicIcon } from '../icons/knowledge.tsx'
import type { CountyListed, TopicListed } from './creating.ts'
import { NewByCode, type NewByCodeOptions } from './NewByCode.tsx'

export const apiVersion = '2025-02-19'

export interface Desk {
  S: StructureBuilder
  context: StructureResolverContext
}

/** A row of the desk: a type with its name and picture. */
export interface Row<Type extends DocumentType = DocumentType> {
  type: Type
  title: string
  icon: ComponentType
}

export function all({ S }: Desk, { type, title, icon }: Row, label = title): ListItemBuilder {
  return S.listItem()
    .id(type)
    .title(label)
    .icon(icon)
    .schemaType(type)
    .child(S.documentTypeList(type).title(title).apiVersion(apiVersion))
}

/** Queries see a draft under its published id, listeners under its own. */
export const isDraft = '(_originalId in path("drafts.**") || _id in path("drafts.**"))'

/** All of a type in the order that its `order` field gives. */
export function inOrder({ S }: Desk, { type, title, icon }: Row): ListItemBuilder {
  const list = S.documentTypeList(type).title(title).apiVersion(apiVersion)
  return S.listItem()
    .id(type)
    .title(title)
    .icon(icon)
    .schemaType(type)
    .child(list.defaultOrdering([{ field: 'order', direction: 'asc' }]))
}

async function titleOf({ context }: Desk, id: string): Promise<string> {
  const client = context.getClient({ apiVersion })
  return (await client.fetch<string | null>('*[_id == $id][0].title', { id })) ?? ''
}

interface Grouping {
  id: string
  title: string
  icon: ComponentType
  /** Type of the documents by which the list is parted. */
  by: DocumentType
  /** Field by which those stand in order. */
  order: string
  filter: string
  template: string
  parameter: string
}

// In what follows `initialValueTemplates` comes last: each further step of a builder forgets it.
function grouped(desk: Desk, { type, title }: Row, grouping: Grouping): ListItemBuilder {
  const { S } = desk
  return S.listItem()
    .id(grouping.id)
    .title(grouping.title)
    .icon(grouping.icon)
    .child(
      // No `documentTypeList`: that would take every "edit this county" for its own, whatever it refuses.
      S.documentList()
        .id(grouping.id)
        .title(`${title}：${grouping.title}`)
        .schemaType(grouping.by)
        .apiVersion(apiVersion)
        .filter('_type == $by')
        .params({ by: grouping.by })
        .defaultOrdering([{ field: grouping.order, direction: 'asc' }])
        .canHandleIntent(() => false)
        .child(async (id) =>
          S.documentList()
            .id(id)
            .title(`${await titleOf(desk, id)}：${title}`)
            .schemaType(type)
            .apiVersion(apiVersion)
            .filter(`_type == $type && ${grouping.filter}`)
            .params({ type, id })
            .menuItems([...(S.documentTypeList(type).getMenuItems() ?? [])])
            .child((documentId) => S.document().documentId(documentId).schemaType(type))
            .initialValueTemplates([
              S.initialValueTemplateItem(grouping.template, { [grouping.parameter]: id }),
            ]),
        )
        .initialValueTemplates([]),
    )
}

export function byCounty(desk: Desk, row: Row<CountyListed>): ListItemBuilder {
  return grouped(desk, row, {
    id: `${row.type}-by-county`,
    title: '按县区',
    icon: CountyIcon,
    by: 'county',
    order: 'order',
    filter: 'county._ref == $id',
    template: `${row.type}-in-county`,
    parameter: 'county',
  })
}

export function byTopic(desk: Desk, row: Row<TopicListed | 'lawyer' | 'mural'>): ListItemBuilder {
  const field = { lawyer: '$id in expertise[]._ref', mural: 'topic._ref == $id' }[row.type as string]
  return grouped(desk, row, {
    id: `${row.type}-by-topic`,
    title: row.type === 'lawyer' ? '按专长' : '按主题',
    icon: TopicIcon,
    by: 'topic',
    order: 'homeOrder',
    filter: field ?? '$id in topics[]._ref',
    template: row.type === 'lawyer' ? 'lawyer' : `${row.type}-on-topic`,
    parameter: 'topic',
  })
}

/** A list of whatever a filter finds, without a "new" button. `above` it stands more than its row says. */
export function found(
  { S }: Desk,
  row: { id: string; title: string; icon: ComponentType; type?: DocumentType; above?: string },
  filter: string,
  params: Record<string, unknown> = {},
  order: { field: string; direction: 'asc' | 'desc' } = { field: '_updatedAt', direction: 'desc' },
): ListItemBuilder {
  const list = S.documentList()
    .id(row.id)
    .title(row.above ?? row.title)
    .apiVersion(apiVersion)
    .filter(filter)
    .params(params)
    .defaultOrdering([order])
  return S.listItem()
    .id(row.id)
    .title(row.title)
    .icon(row.icon)
    .child((row.type ? list.schemaType(row.type) : list).initialValueTemplates([]))
}

/** A folder of rows. */
export function folder(
  { S }: Desk,
  row: { id: string; title: string; icon: ComponentType },
  items: Parameters<ListBuilder['items']>[0],
): ListItemBuilder {
  return S.listItem()
    .id(row.id)
    .title(row.title)
    .icon(row.icon)
    .child(S.list().id(row.id).title(row.title).items(items))
}

/** All of a type whose ids are made from a code, without the plain "new" button. */
export function named({ S }: Desk, { type, title, icon }: Row, label = title): ListItemBuilder {
  return S.listItem()
    .id(type)
    .title(label)
    .icon(icon)
    .child(S.documentTypeList(type).title(title).apiVersion(apiVersion).initialValueTemplates([]))
}

/** Asks for the code and opens the document that carries it in its id. */
export function newByCode({ S }: Desk, options: NewByCodeOptions & { icon: ComponentType }): ListItemBuilder {
  const { icon, ...asked } = options
  return S.listItem()
    .id(`new-${options.type}`)
    .title(options.title)
    .icon(icon)
    .child(
      S.component(NewByCode)
        .id(`new-${options.type}`)
        .title(options.title)
        .options({ ...asked }),
    )
}
