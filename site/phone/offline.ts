/**
 * @file On every page: starts the offline worker, says when a page is a kept one, and serves the switches
 * of an exported copy.
 *
 * Does nothing where there is no worker (old browsers, pages without TLS): the page is whole without it.
 */
import { serveExportedSwitches } from './exported.ts'
import workerAddress from './offline-worker.ts?worker&url'

const { dataset } = document.documentElement

function sayKept(day: Date): void {
  const words = document.createElement('p')
  words.className = 'note'
  words.setAttribute('role', 'status')
  const on = Number.isNaN(day.getTime()) ? '' : `（${day.getMonth() + 1}月${day.getDate()}日存的）`
  words.textContent = `现在没有网络，这是您手机里存着的页面${on}。连上网后请刷新一次，看有没有更新。`
  document.querySelector('main > .wrap')?.prepend(words)
}

async function startWorker(): Promise<void> {
  await navigator.serviceWorker.register(workerAddress)
  if (navigator.serviceWorker.controller) return
  const { active } = await navigator.serviceWorker.ready
  // The first page of a first visit came before the worker was there.
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage({ do: 'keep', address: location.href, files })
}

if (dataset['keptOn'] !== undefined) sayKept(new Date(dataset['keptOn']))
serveExportedSwitches()
if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    startWorker().catch(() => {
      // A phone that refuses the worker (private mode, no room) reads the site as before.
    })
  })
