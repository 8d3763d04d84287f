/** @file The tool: seven tabs with what each has to do, all read live. */
import { Box, Card, Container, Flex, Select, SrOnly, Stack, Tab, TabList, TabPanel } from '@sanity/ui'
import { useCallback, useMemo } from 'react'
import { useRouter, useRouterState } from 'sanity/router'
import { studioSettings } from '../../lake/settings.ts'
import { Trouble, Waiting } from '../console/Pieces.tsx'
import { countsOf } from './counts.ts'
import { placeOf, stateOf, tabs, type Place, type TabName } from './place.ts'
import { rightsOf, type TabProps } from './parts/session.ts'
import { style } from './parts/style.ts'
import { ColumnsTab } from './tabs/Columns.tsx'
import { CoverageTab } from './tabs/Coverage.tsx'
import { LawsTab } from './tabs/Laws.tsx'
import { PlanTab } from './tabs/Plan.tsx'
import { ReportsTab } from './tabs/Reports.tsx'
import { SearchesTab } from './tabs/Searches.tsx'
import { TodayTab } from './tabs/Today.tsx'
import { useDesk, type Desk } from './use-desk.ts'
import { useWriting } from './use-writing.tsx'

const panel = 'editorial-panel'
const { isReviewed } = studioSettings()

const pages: Readonly<Record<TabName, (props: TabProps) => React.ReactNode>> = {
  today: TodayTab,
  columns: ColumnsTab,
  searches: SearchesTab,
  reports: ReportsTab,
  laws: LawsTab,
  coverage: CoverageTab,
  plan: PlanTab,
}

function Head({ desk, place, go }: { desk: Desk; place: Place; go: (place: Place) => void }) {
  const counts = useMemo(() => countsOf(desk), [desk])
  const titled = tabs.map(({ name, title }) => {
    const count = counts[name]
    return { name, words: count === null ? title : `${title} ${count}` }
  })
  const choose = (name: TabName) => go({ tab: name, open: null })
  return (
    <Card borderBottom paddingX={3} paddingY={2}>
      <Box className="wide">
        <TabList gap={1}>
          {titled.map(({ name, words }) => (
            <Tab
              aria-controls={panel}
              id={`editorial-tab-${name}`}
              key={name}
              label={words}
              onClick={() => choose(name)}
              selected={name === place.tab}
            />
          ))}
        </TabList>
      </Box>
      <Box className="narrow">
        <Select
          aria-label="看哪一页"
          fontSize={2}
          onChange={({ currentTarget }) =>
            choose(tabs.find(({ name }) => name === currentTarget.value)?.name ?? 'today')
          }
          padding={4}
          value={place.tab}
        >
          {titled.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </Select>
      </Box>
    </Card>
  )
}

export default function Main() {
  const router = useRouter()
  const state = useRouterState()
  const place = useMemo(() => placeOf(state), [state])
  const go = useCallback((next: Place) => router.navigate(stateOf(next)), [router])
  const desk = useDesk()
  const writing = useWriting()
  const Page = pages[place.tab]
  return (
    <Flex className="pufa-desk" direction="column" height="fill">
      <style>{style}</style>
      <Head desk={desk} go={go} place={place} />
      <Box as="main" className="pufa-desk-body">
        <SrOnly as="h1">{tabs.find(({ name }) => name === place.tab)?.title}</SrOnly>
        <TabPanel aria-labelledby={`editorial-tab-${place.tab}`} id={panel}>
          <Container padding={[3, 3, 4]} width={5}>
            <Stack gap={4}>
              {desk.failed && <Trouble sentence="没有读到，请检查网络后刷新页面。" />}
              {desk.answer ? (
                <Page
                  desk={desk}
                  go={go}
                  key={place.tab}
                  open={place.open}
                  rights={rightsOf(desk.who?.role, isReviewed)}
                  writing={writing}
                />
              ) : (
                !desk.failed && <Waiting words="正在读取编务…" />
              )}
            </Stack>
          </Container>
        </TabPanel>
      </Box>
    </Flex>
  )
}
