/** @file A box without a display: its scripts run for real, the programs around them are stubs that write down. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export const scripts = join(import.meta.dirname, '../../scripts/kiosk')

export interface Box {
  folder: string
  /** Puts a program before those of the machine. */
  stub(name: string, lines: string): Promise<void>
  /** What stubs wrote down under this name, line by line. */
  noted(name: string): Promise<string[]>
  run(script: string, environment: Record<string, string>, args?: readonly string[]): Running
  close(): Promise<void>
}

export interface Running {
  child: ChildProcess
  /** Everything that it said, on both outputs. */
  said(): string
  ended: Promise<number | null>
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // Nobody of it is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export async function openBox(): Promise<Box> {
  const folder = await mkdtemp(join(tmpdir(), 'pufa-box-'))
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const running: ChildProcess[] = []
  return {
    folder,
    async stub(name, lines) {
      const path = join(bin, name)
      await writeFile(path, `#!/bin/bash\n${lines}\n`)
      await chmod(path, 0o755)
    },
    async noted(name) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '')
      return text.split('\n').filter(Boolean)
    },
    run(script, environment, args = []) {
      const child = spawn(join(scripts, script), args, {
        env: {
          ...process.env,
          PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
          PUFA_HOME: folder,
          NOTES: folder,
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own: what the script has started ends with it, as under systemd.
        detached: true,
      })
      running.push(child)
      let text = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes: Buffer) => void (text += bytes.toString()))
      const ended = once(child, 'close').then(([code]) => code as number | null)
      return { child, said: () => text, ended }
    },
    async close() {
      for (const { pid } of running) if (pid !== undefined) endGroup(pid)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
