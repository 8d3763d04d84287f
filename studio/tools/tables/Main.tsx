/** @file The tool's page: bringing a table in, and what has been brought in before. */
import { Box, Button, Card, Container, Flex, Heading, Stack, Tab, TabList, TabPanel, Text } from '@sanity/ui'
import { useState } from 'react'
import { useCurrentUser } from 'sanity'
import { lists } from './lists/index.ts'
import { mayImport, type ListShape } from './lists/shape.ts'
import { CheckPane } from './panes/CheckPane.tsx'
import { ListPane } from './panes/ListPane.tsx'
import { MatchPane } from './panes/MatchPane.tsx'
import { Alert, Progress, Steps } from './panes/parts.tsx'
import { PastPane } from './panes/PastPane.tsx'
import { RunPane } from './panes/RunPane.tsx'
import { useImport, type Import, type Stage } from './use-import.ts'
import { useTablesLake, useValidation } from './use-lake.ts'

const steps = ['选表格', '对上各列', '检查', '导入'] as const

const stepOf: Readonly<Record<Stage['name'], number>> = { file: 0, match: 1, checking: 2, checked: 2, run: 3 }

/** Past the last step once everything is written. */
const stepAt = (stage: Stage): number =>
  stage.name === 'run' && !stage.isRunning && stage.state.waiting.length === 0
    ? steps.length
    : stepOf[stage.name]

function Present({
  course,
  offered,
  onPast,
}: {
  course: Import
  offered: readonly ListShape[]
  onPast: () => void
}) {
  const { stage } = course
  switch (stage.name) {
    case 'file':
      return (
        <ListPane
          isReading={stage.isReading}
          list={stage.list}
          lists={offered}
          onFile={(file) => {
            if (stage.list) void course.open(stage.list, file)
          }}
          onList={course.choose}
          refusal={stage.refusal}
        />
      )
    case 'match':
      return (
        <Stack gap={4}>
          {stage.refusal !== null && <Alert>{stage.refusal}</Alert>}
          <MatchPane
            list={stage.list}
            matching={stage.matching}
            onBack={course.again}
            onCheck={course.check}
            onMatching={course.toMatching}
            onSheet={course.toSheet}
            sheet={stage.sheet}
            sheets={stage.sheets}
          />
        </Stack>
      )
    case 'checking':
      return (
        <Stack gap={4}>
          <Progress all={stage.all} done={stage.done} title="正在检查的行" />
          <Flex>
            <Button mode="ghost" onClick={course.stopChecking} text="停下" />
          </Flex>
        </Stack>
      )
    case 'checked':
      return (
        <CheckPane
          checked={stage.checked}
          list={stage.list}
          onAgain={course.again}
          onBack={course.toMatch}
          onFaulty={course.faulty}
          onImport={course.begin}
        />
      )
    case 'run':
      return (
        <RunPane
          isRunning={stage.isRunning}
          list={stage.list}
          onAgain={course.again}
          onGoOn={course.goOn}
          onPast={onPast}
          onStop={course.stop}
          state={stage.state}
        />
      )
  }
}

/** What stands above a table: which list and which file, once they are chosen. */
function subject(stage: Stage): string {
  if (stage.name === 'file')
    return '把律师、机构、村、站点、屏幕等名单从表格导入，先检查，再写入，可以整个撤销。'
  return `${stage.list.title} · ${stage.file}`
}

export default function Main() {
  const lake = useTablesLake()
  const course = useImport(lake, useValidation())
  const person = useCurrentUser()
  const [tab, setTab] = useState<'new' | 'past'>('new')
  const offered = person ? lists.filter(({ type }) => mayImport(person, type)) : []

  return (
    <Card height="fill" overflow="auto">
      <Container padding={4} width={3}>
        <Stack gap={5} paddingBottom={6}>
          <Flex align="center" gap={4} justify="space-between" wrap="wrap">
            <Stack gap={4}>
              <Heading as="h1" size={2}>
                表格导入
              </Heading>
              <Text muted size={1}>
                {subject(course.stage)}
              </Text>
            </Stack>
            <TabList gap={2}>
              <Tab
                aria-controls="tables-new"
                id="tables-new-tab"
                label="导入"
                onClick={() => setTab('new')}
                selected={tab === 'new'}
              />
              <Tab
                aria-controls="tables-past"
                id="tables-past-tab"
                label="以往的导入"
                onClick={() => setTab('past')}
                selected={tab === 'past'}
              />
            </TabList>
          </Flex>
          <TabPanel aria-labelledby="tables-new-tab" hidden={tab !== 'new'} id="tables-new">
            {offered.length === 0 ? (
              <Box paddingY={4}>
                <Text>您的账号不能写入这些名单。需要导入的话，请找管理员。</Text>
              </Box>
            ) : (
              <Stack gap={5}>
                <Steps at={stepAt(course.stage)} steps={steps} />
                <Present course={course} offered={offered} onPast={() => setTab('past')} />
              </Stack>
            )}
          </TabPanel>
          <TabPanel aria-labelledby="tables-past-tab" hidden={tab !== 'past'} id="tables-past">
            {tab === 'past' && <PastPane lake={lake} />}
          </TabPanel>
        </Stack>
      </Container>
    </Card>
  )
}
