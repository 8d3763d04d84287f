/**
 * @file Deliberate breaks of the rule, one text for another, to see that the rule table notices each.
 *
 * `from` must stand exactly once in its file, so that a break never misses its rule unseen.
 * No break here may keep the walk from going forward: it would not fail but never end.
 */
import { shareAndCapMutants } from './mutants-of-share-and-caps.ts'

export interface Mutant {
  /** The rule that is broken. */
  breaks: string
  /** File in `contracts/schedule/`. */
  file: string
  from: string
  to: string
}

export const mutants: readonly Mutant[] = [
  {
    breaks: 'a window excludes its end',
    file: 'day.ts',
    from: 'span.from < until',
    to: 'span.from <= until',
  },
  {
    breaks: 'a window includes its start',
    file: 'day.ts',
    from: 'from <= span.from',
    to: 'from < span.from',
  },
  {
    breaks: 'touching windows are one',
    file: 'windows.ts',
    from: 'span.from <= last.until',
    to: 'span.from < last.until',
  },
  {
    breaks: 'an end at the start lies on the next day',
    file: 'windows.ts',
    from: 'end > start ? end',
    to: 'end >= start ? end',
  },
  {
    breaks: 'a window over midnight is still open on the next day',
    file: 'windows.ts',
    from: 'let day = firstDay;',
    to: 'let day = lastDay;',
  },
  {
    breaks: 'the day filter is asked of the start day',
    file: 'windows.ts',
    from: 'dayPasses(event.days, calendar, day)',
    to: 'dayPasses(event.days, calendar, lastDay)',
  },
  {
    breaks: 'weekdays of dayparts are ISO',
    file: 'windows.ts',
    from: '((dayParts(day).weekday + 6) % 7) + 1',
    to: 'dayParts(day).weekday',
  },
  {
    breaks: 'a cron match in the gap is skipped',
    file: 'windows.ts',
    from: "at.occurs !== 'never'",
    to: 'true',
  },
  {
    breaks: 'a malformed validFrom never opens',
    file: 'windows.ts',
    from: '(localInstant(zone, limits.validFrom) ?? Infinity)',
    to: '(localInstant(zone, limits.validFrom) ?? -Infinity)',
  },
  {
    breaks: 'a malformed validUntil never opens',
    file: 'windows.ts',
    from: '(localInstant(zone, limits.validUntil) ?? -Infinity)',
    to: '(localInstant(zone, limits.validUntil) ?? Infinity)',
  },
  {
    breaks: 'a cron window lasts a week at most',
    file: 'windows.ts',
    from: 'duration <= durationMinutesMax',
    to: 'duration <= 2 * durationMinutesMax',
  },
  {
    breaks: 'the next match lies after the instant',
    file: 'windows.ts',
    from: 'span.from > after',
    to: 'span.from >= after',
  },
  {
    breaks: 'a repeated time means its first occurrence',
    file: 'zone.ts',
    from: 'Math.min(first, second)',
    to: 'Math.max(first, second)',
  },
  {
    breaks: 'selectors are ORed and an empty list fits none',
    file: 'order.ts',
    from: 'targets.some',
    to: 'targets.every',
  },
  {
    breaks: 'fields of a selector are ANDed',
    file: 'order.ts',
    from: 'screen.audiences.includes(selector.audience)',
    to: 'true',
  },
  {
    breaks: 'prefecture outranks county',
    file: 'order.ts',
    from: 'county: 2, prefecture: 3',
    to: 'county: 3, prefecture: 2',
  },
  {
    breaks: 'mandatory outranks priority',
    file: 'order.ts',
    from: 'event.mandatory ? 1 : 0, event.mandatory ? levels[event.level] : 0',
    to: '0, 0',
  },
  {
    breaks: 'the level counts only with mandatory',
    file: 'order.ts',
    from: 'event.mandatory ? levels[event.level] : 0',
    to: 'levels[event.level]',
  },
  {
    breaks: 'the higher priority wins',
    file: 'order.ts',
    from: 'right[2] - left[2]',
    to: 'left[2] - right[2]',
  },
  {
    breaks: 'the newest takeover wins',
    file: 'order.ts',
    from: '? Date.parse(event.issuedAt)',
    to: '? -Date.parse(event.issuedAt)',
  },
  {
    breaks: 'a takeover is exclusive',
    file: 'order.ts',
    from: "event.mode !== 'takeover' && compareRank",
    to: 'compareRank',
  },
  {
    breaks: 'a playlist that two equal events name belongs to the lower id',
    file: 'day.ts',
    from: 'list && !members.has(list.playlist.id)',
    to: 'list',
  },
  {
    breaks: 'turns go in the order of playlist ids',
    file: 'day.ts',
    from: '.sort((a, b) => byId(a.playlist, b.playlist))',
    to: '',
  },
  {
    breaks: 'the loop starts at the last change of the open set',
    file: 'resolve.ts',
    from: 'segmentOf(prepared, day, lists, { from, until })',
    to: '{ ...segmentOf(prepared, day, lists, { from, until }), from: day.bounds.from }',
  },
  {
    breaks: 'the zone is that of the screen',
    file: 'day.ts',
    from: 'screen.zone ?? schedule.zone',
    to: 'schedule.zone',
  },
  {
    breaks: "a screen's own fallback wins",
    file: 'day.ts',
    from: "screen.fallback ?? ''",
    to: "''",
  },
  {
    breaks: "below a screen's own fallback stands the timetable's",
    file: 'day.ts',
    from: "screen.fallback ?? '', schedule.fallback",
    to: 'screen.fallback ?? schedule.fallback',
  },
  {
    breaks: 'equal ranks take turns item by item',
    file: 'walk.ts',
    from: 'state.turn = (choice.member + 1)',
    to: 'state.turn = choice.member',
  },
  {
    breaks: 'a playlist goes on where it stopped',
    file: 'walk.ts',
    from: '(choice.index + 1)',
    to: 'choice.index',
  },
  {
    breaks: 'an item ends in the middle of its play when its validity does',
    file: 'walk.ts',
    from: 'next?.playable.valid.until ?? until',
    to: 'until',
  },
  {
    breaks: 'an item that is not yet valid is skipped',
    file: 'playable.ts',
    from: 'at < playable.valid.from || ',
    to: '',
  },
  {
    breaks: 'skipped rounds end before the instant that is asked for',
    file: 'walk.ts',
    from: 'now += rounds * (now - before)',
    to: 'now += (rounds + 1) * (now - before)',
  },
  {
    breaks: 'a weekend day worked by exchange is a working day',
    file: 'calendar.ts',
    from: 'table?.workingDays.includes(text)',
    to: 'false',
  },
  {
    breaks: 'a weekday free by holiday is a rest day',
    file: 'calendar.ts',
    from: 'table?.restDays.includes(text)',
    to: 'false',
  },
  {
    breaks: 'a lunar legal day is not kept in the leap month',
    file: 'calendar.ts',
    from: '!lunar.leap && ',
    to: '',
  },
  {
    breaks: 'a legal day lasts its days and no longer',
    file: 'calendar.ts',
    from: 'back < legal.lengthDays',
    to: 'back <= legal.lengthDays',
  },
  {
    breaks: 'the nth weekday counts from the first of the month',
    file: 'calendar.ts',
    from: '+ 1 === rule.nth',
    to: '=== rule.nth',
  },
  {
    breaks: 'market days go by the last digit',
    file: 'calendar.ts',
    from: 'lunar.day % 10',
    to: 'lunar.day',
  },
  {
    breaks: 'weekday 7 is Sunday',
    file: 'cron.ts',
    from: 'value % 7',
    to: 'value',
  },
  {
    breaks: 'day of month and weekday both restricted are refused',
    file: 'cron.ts',
    from: 'days.length < 31 && weekdays.length < 7',
    to: 'false',
  },
  {
    breaks: 'a step over a number is refused',
    file: 'cron.ts',
    from: 'match[4] && !match[1] && !match[3]',
    to: 'false',
  },
  {
    breaks: 'a day that never comes is refused',
    file: 'cron.ts',
    from: '!months.some(',
    to: '!months.every(',
  },
  {
    breaks: 'why names the event',
    file: 'why.ts',
    from: '排期“${event.title}”（',
    to: '排期（',
  },
  ...shareAndCapMutants,
]
