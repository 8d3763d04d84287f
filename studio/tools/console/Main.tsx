/** @file The console: six tabs, what is in force above all of them, and who is signed in. */
import { Box, Card, Flex, SrOnly, Tab, TabList, TabPanel } from '@sanity/ui'
import { useRouter } from 'sanity/router'
import { Alerts } from './Alerts.tsx'
import { readMe } from './asking.ts'
import { InForce } from './InForce.tsx'
import { look } from './look.ts'
import { Orders } from './Orders.tsx'
import { Overview } from './Overview.tsx'
import { Pairing } from './Pairing.tsx'
import { Read } from './Pieces.tsx'
import { usePolled } from './polled.ts'
import { Reports } from './Reports.tsx'
import { ScreenPage } from './ScreenPage.tsx'
import { SessionContext } from './session.ts'
import { consoleTabs, tabOf, type ConsoleTab } from './tabs.ts'

const panel = 'console-panel'

function Page({ tab, id }: { tab: ConsoleTab; id: string | undefined }) {
  switch (tab) {
    case 'screens':
      return id ? <ScreenPage key={id} screen={id} /> : <Overview />
    case 'pairing':
      return <Pairing />
    case 'alerts':
      return <Alerts />
    case 'orders':
      return <Orders id={id} />
    case 'reports':
      return <Reports />
  }
}

/** A screen and an order head their pages themselves. */
const isOwnHead = (tab: ConsoleTab, id: string | undefined) =>
  id !== undefined && (tab === 'screens' || /^\d+$/u.test(id))

export default function Main() {
  const { state, navigate } = useRouter()
  const { tab, id } = state as { tab?: string; id?: string }
  const me = usePolled('me', null, readMe)
  const chosen = tabOf(tab)

  return (
    <Flex direction="column" height="fill">
      <style>{look}</style>
      <Card borderBottom paddingX={3} paddingY={2}>
        <Box overflow="auto">
          <TabList gap={1}>
            {consoleTabs.map(({ name, title }) => (
              <Tab
                aria-controls={panel}
                id={`console-tab-${name}`}
                key={name}
                label={title}
                onClick={() => navigate({ tab: name })}
                selected={name === chosen}
              />
            ))}
          </TabList>
        </Box>
      </Card>
      <Box as="main" flex={1} overflow="auto">
        {!isOwnHead(chosen, id) && (
          <SrOnly as="h1">{consoleTabs.find(({ name }) => name === chosen)?.title}</SrOnly>
        )}
        <TabPanel aria-labelledby={`console-tab-${chosen}`} id={panel}>
          <Box padding={[3, 3, 4]}>
            <Read from={me}>
              {(session) => (
                <SessionContext.Provider value={session}>
                  <Flex direction="column" gap={4}>
                    <InForce />
                    <Page id={id} tab={chosen} />
                  </Flex>
                </SessionContext.Provider>
              )}
            </Read>
          </Box>
        </TabPanel>
      </Box>
    </Flex>
  )
}
