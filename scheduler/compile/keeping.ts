/**
 * @file What follows from one object alone, worked out once for as long as the object lives.
 *
 * The objects are never changed: a profile, a part or a list of parts that is another one is another object.
 */
export function keeping<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const kept = new WeakMap<Of, { result: Result }>()
  return (of) => {
    const known = kept.get(of)
    if (known) return known.result
    const result = make(of)
    kept.set(of, { result })
    return result
  }
}

interface Step<Member extends object> {
  list: readonly Member[] | undefined
  next: WeakMap<Member, Step<Member>>
}

/** @returns a function that gives one and the same list for lists of the same objects in the same order */
export function sharedLists<Member extends object>(): (list: readonly Member[]) => readonly Member[] {
  const start: Step<Member> = { list: undefined, next: new WeakMap() }
  return (list) => {
    let step = start
    for (const member of list) {
      const next = step.next.get(member) ?? { list: undefined, next: new WeakMap<Member, Step<Member>>() }
      step.next.set(member, next)
      step = next
    }
    return (step.list ??= list)
  }
}
