/**
 * @file Sorts places by distance, after the reader has asked for it and the phone has asked the reader.
 *
 * The position is a local variable: it is in no request, no address and no storage, and a press asks anew.
 */
import { distanceWords, kilometresBetween, readPosition, type Position } from '../preferences/distance.ts'
import { part } from './people/element.ts'

const waitMsMax = 20_000
/** A position of the last minutes is near enough for kilometres. */
const positionAgeMsMax = 300_000

const refusals: Readonly<Record<number, string>> = {
  1: '手机没有允许定位，所以算不了距离。按上面的地址和电话去找也一样。想用的话，在浏览器设置里允许本站定位，再点一次。',
  2: '手机这会儿定不了位（屋里常会这样）。到窗边或者室外再点一次，或者直接打电话问路。',
  3: '等了很久也没有定到位。到窗边或者室外再点一次，或者直接打电话问路。',
}

function open(box: HTMLElement): void {
  const button = part<HTMLButtonElement>('button', box)
  const voice = part('[data-far-said]', box)
  const list = part('ol', box)
  const unplaced = Number(box.dataset['unplaced'])
  const places = [...list.children]
    .filter((item) => item instanceof HTMLElement)
    .flatMap((item) => {
      const position = readPosition(item.dataset['position'])
      return position ? [{ item, position }] : []
    })

  function sort(here: Position): void {
    const measured = places
      .map(({ item, position }) => ({ item, far: kilometresBetween(here, position) }))
      .sort((a, b) => a.far - b.far)
    for (const { item, far } of measured) part('[data-far]', item).textContent = distanceWords(far)
    list.replaceChildren(...measured.map(({ item }) => item))
    list.hidden = false
    const rest = unplaced > 0 ? `另有${unplaced}处还没有录入位置，没有排进来。` : ''
    voice.textContent = `近的在前。这是直线距离，走路坐车要更远些。${rest}`
  }

  button.addEventListener('click', () => {
    if (places.length === 0) {
      voice.textContent = '这里的站点还没有录入位置，算不了距离。请按地址去找，或者先打电话问路。'
      return
    }
    if (!isSecureContext || !('geolocation' in navigator)) {
      voice.textContent = '用这个网址打开时，浏览器不让定位。请按地址去找，或者先打电话问路。'
      return
    }
    voice.textContent = '正在定位……'
    button.disabled = true
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        button.disabled = false
        sort({ lat: coords.latitude, lng: coords.longitude })
      },
      ({ code }) => {
        button.disabled = false
        list.hidden = true
        voice.textContent = refusals[code] ?? refusals[2] ?? ''
      },
      { enableHighAccuracy: false, timeout: waitMsMax, maximumAge: positionAgeMsMax },
    )
  })
  box.hidden = false
}

for (const box of document.querySelectorAll<HTMLElement>('[data-nearest]')) open(box)
