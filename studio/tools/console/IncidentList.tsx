/** @file The log of incidents by a filter, page by page, the newest first. */
import { Button, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState, type ReactNode } from 'react'
import { StateLink } from 'sanity/router'
import { useUser } from 'sanity'
import { incidentsAPage, readIncidents } from './asking.ts'
import { incidentWords, logQuery, type LogFilter } from './incidents.ts'
import { MarkBadge, Read, Trouble } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import type { IncidentView } from './shapes.ts'
import { momentWords } from './words.ts'

const everyMs = 10_000

/** The command line beside the program; its account bears no Chinese name. */
const ownProgram = 'robot-command-line'

/** People who left have no name any more. */
export function PersonName({ id }: { id: string }) {
  const [user] = useUser(id)
  return <>{id === ownProgram ? '本机程序' : (user?.displayName ?? '（已离开的人）')}</>
}

function Row({ incident, now, ofOne }: { incident: IncidentView; now: number; ofOne: boolean }) {
  const { kind, kindTitle, openedAt, screen, title, county, note, by } = incident
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>{momentWords(openedAt)}</td>
      <td>
        <MarkBadge {...incidentWords(incident, now)} />
      </td>
      {!ofOne && (
        <td>
          <StateLink state={{ tab: 'screens', id: screen }}>{title}</StateLink>
          {county && <div>{county.title}</div>}
        </td>
      )}
      <td>
        {kind === 'command' ? note : `${kindTitle}${note ? `：${note}` : ''}`}
        {by !== null && (
          <div>
            操作人：
            <PersonName id={by} />
          </div>
        )}
      </td>
    </tr>
  )
}

interface Older {
  key: string
  incidents: readonly IncidentView[]
  more: boolean
}

export function IncidentList({ filter, none }: { filter: LogFilter; none: ReactNode }) {
  const now = useNow()
  const key = JSON.stringify(filter)
  const newest = usePolled(`incidents ${key}`, everyMs, (signal) =>
    readIncidents(logQuery(filter, incidentsAPage, null), signal),
  )
  const [older, setOlder] = useState<Older | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => setOlder(null), [key])

  return (
    <Read from={newest}>
      {({ incidents, more }) => {
        const known = new Set(incidents.map(({ id }) => id))
        const tail = older?.key === key ? older : { key, incidents: [], more }
        const all = [...incidents, ...tail.incidents.filter(({ id }) => !known.has(id))]
        const page = async () => {
          setAsking(true)
          const query = logQuery(filter, incidentsAPage, all.at(-1)?.id ?? null)
          const answer = await readIncidents(query, new AbortController().signal)
          setAsking(false)
          setTrouble(answer.ok ? null : answer.sentence)
          if (answer.ok)
            setOlder({
              key,
              incidents: [...all.slice(incidents.length), ...answer.value.incidents],
              more: answer.value.more,
            })
        }
        if (all.length === 0) return none
        return (
          <Stack gap={3}>
            <div className="console-scroll">
              <table className="console-table">
                <thead>
                  <tr>
                    <th>时间</th>
                    <th>状态</th>
                    {filter.screen === '' && <th>屏幕</th>}
                    <th>事情</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((incident) => (
                    <Row incident={incident} key={incident.id} now={now} ofOne={filter.screen !== ''} />
                  ))}
                </tbody>
              </table>
            </div>
            {trouble && <Trouble sentence={trouble} />}
            <Flex align="center" gap={3}>
              <Text muted size={1}>
                已列出 {all.length} 件{tail.more ? '' : '，没有更早的了'}
              </Text>
              {tail.more && (
                <Button
                  disabled={isAsking}
                  fontSize={1}
                  mode="ghost"
                  onClick={() => void page()}
                  text={isAsking ? '正在读取…' : '再看更早的'}
                />
              )}
            </Flex>
          </Stack>
        )
      }}
    </Read>
  )
}
