/** @file One program with the demonstration content for all browser tests. */
import type { TestProject } from 'vitest/node'
import { startProgram } from '../support/program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
    demoKey: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = await startProgram()
  project.provide('origin', program.origin)
  project.provide('demoKey', program.demoKey())
  return async () => {
    await program.stop()
    program.removeData()
  }
}
