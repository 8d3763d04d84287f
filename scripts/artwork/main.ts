/**
 * @file Draws every picture and film of the demonstration, and the groups that the site's posters are made of.
 *
 * `node scripts/artwork/main.ts [murals] [site] [led] [videos] [posters]`
 *
 * Without a word it draws all. The same source gives the same pictures: no clock, no chance, no network.
 */
import { join } from 'node:path'
import { drawMurals } from './murals.ts'
import { drawPosters } from './posters.ts'
import { drawLed } from './screen/led.ts'
import { drawSite } from './screen/site.ts'
import { drawVideos } from './videos.ts'

const demo = join(import.meta.dirname, '../../demonstration')

const pictures = join(demo, 'pictures')

const works: Record<string, () => Promise<void>> = {
  murals: () => drawMurals(pictures),
  site: () => drawSite(pictures, join(import.meta.dirname, '../../site/public')),
  led: () => drawLed(pictures),
  videos: () => drawVideos(join(demo, 'videos')),
  posters: () => drawPosters(join(import.meta.dirname, '../../site/share/poster/art')),
}

const asked = process.argv.slice(2)

const unknown = asked.filter((name) => works[name] === undefined)
if (unknown.length > 0)
  throw new Error(`Unknown work: ${unknown.join(', ')}. Choose from ${Object.keys(works).join(', ')}.`)
for (const [name, draw] of Object.entries(works)) if (asked.length === 0 || asked.includes(name)) await draw()
