/** @file Programs with the demonstration's content for the browser tests of a project: one a lane. */
import type { TestProject } from 'vitest/node'
import { startProgram, type Program } from '../support/program.ts'

interface Lane {
  origin: string
  demoKey: string
}

declare module 'vitest' {
  interface ProvidedContext {
    lanes: Lane[]
  }
}

/** Readers write nothing that another would meet; editors and screens have a program to themselves. */
const lanesOf = ({ config }: TestProject) => (config.name === 'readers' ? 1 : config.maxWorkers)

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs: Program[] = []
  for (let at = 0; at < lanesOf(project); at++) programs.push(await startProgram())
  project.provide(
    'lanes',
    programs.map((program) => ({ origin: program.origin, demoKey: program.demoKey() })),
  )
  return async () => {
    for (const program of programs) {
      await program.stop()
      program.removeData()
    }
  }
}
