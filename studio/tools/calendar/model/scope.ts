/** @file What the calendar looks at: all screens, a county's, a group's, or one. Pure. */
import type { ScheduledScreen } from '../../../../contracts/schedule/index.ts'
import type { Library } from './library.ts'

export type Scope = { kind: 'all' } | { kind: 'county' | 'group' | 'screen'; id: string }

const kinds = ['county', 'group', 'screen'] as const

/** `all` or `screen:screen-1`, as a choice in a list. */
export const scopeText = (scope: Scope): string =>
  scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.id}`

/** @returns all screens for a text that is none */
export function scopeOf(text: string): Scope {
  const kind = kinds.find((each) => text.startsWith(`${each}:`))
  return kind ? { kind, id: text.slice(kind.length + 1) } : { kind: 'all' }
}

export function inScope(scope: Scope, screen: ScheduledScreen): boolean {
  if (scope.kind === 'all') return true
  if (scope.kind === 'screen') return screen.id === scope.id
  return scope.kind === 'county' ? screen.county === scope.id : screen.groups.includes(scope.id)
}

/** The targets of an event that is made while this is looked at. */
export function targetsOf(scope: Scope, key: string) {
  const base = { _type: 'screenSelector', _key: key } as const
  return [
    scope.kind === 'all' ? base : { ...base, [scope.kind]: { _type: 'reference' as const, _ref: scope.id } },
  ]
}

export function scopeWords(scope: Scope, { titles }: Library): string {
  return scope.kind === 'all' ? '全部屏幕' : (titles.get(scope.id) ?? '（没有名称）')
}

export interface ScopeChoices {
  title: string
  choices: readonly { value: string; title: string }[]
}

/** What can be chosen, by kind. */
export function scopeChoices({ counties, groups, screens, titles }: Library): ScopeChoices[] {
  const list = (kind: 'county' | 'group' | 'screen', ids: readonly string[]) =>
    ids.map((id) => ({ value: `${kind}:${id}`, title: titles.get(id) ?? '（没有名称）' }))
  return [
    { title: '县区', choices: list('county', counties) },
    { title: '屏幕组', choices: list('group', groups) },
    {
      title: '屏幕',
      choices: list(
        'screen',
        screens.map(({ _id }) => _id),
      ),
    },
  ].filter(({ choices }) => choices.length > 0)
}
