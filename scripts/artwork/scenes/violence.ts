/** @file Domestic violence: never a private matter; warning letters, orders, neighbours who call. */
import { lane, night } from '../page/ground.ts'
import { court } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { umbrella } from '../props/goods.ts'
import { saying, sheet } from '../props/papers.ts'
import { handset, shield } from '../props/tokens.ts'
import { holding, open, palm, put, stand } from './stage.ts'

export const violence: readonly Mural[] = [
  {
    kind: 'domestic-violence',
    banner: '家暴不是家务事',
    title: '有人站到了前面',
    story:
      '丈夫酒后动手，妻子怕丢人一直忍着。妇联干部和民警接到求助后上门，先把母子护住，再制止和告诫。打人违法，关起门来也一样。',
    alt: '女民警和戴红袖标的妇联干部挡在母子前面，伸手制止对面低头的男子，中间立着写有护字的盾牌。',
    mount: 'diamonds',
    scene: () =>
      lane({ plaque: '平安', sky: '#E3E6E0', ground: '#CDB58A' }) +
      stand('wife', 330, 890, { turn: 0.5, mood: 'worry', left: 'belly', right: 'belly' }, 1.22) +
      stand('girl', 470, 910, { turn: -0.4, mood: 'sad', left: open(-90, -190), right: 'chin' }, 1.2) +
      stand('mediator', 660, 890, { turn: 0.6, mood: 'calm', right: 'hip', left: open(-110, -190) }, 1.26) +
      stand('policewoman', 900, 895, { turn: 0.7, mood: 'angry', right: open(140, -246), left: 'hip' }, 1.3) +
      put(1105, 800, shield('护'), { scale: 0.98 }) +
      stand(
        'husband',
        1300,
        890,
        { turn: -0.6, mood: 'worry', tilt: -10, left: 'down', right: 'back', lean: 4 },
        1.24,
      ),
  },
  {
    kind: 'domestic-violence',
    banner: '一纸告诫，守住底线',
    title: '告诫书送到家门口',
    story:
      '情节还够不上处罚，也不等于没人管。公安机关出具告诫书，写明事实、禁止再犯，交双方当事人，并通知居委会村委会常上门看看。',
    alt: '民警把一张写着告诫书的文书递到男子面前，男子低头接过，妻子和村干部站在一旁。',
    mount: 'scroll',
    scene: () =>
      lane({ plaque: '', sky: '#EFDDB8' }) +
      stand(
        'officer',
        590,
        895,
        {
          turn: 0.6,
          mood: 'calm',
          right: holding([112, -214], put(24, -30, sheet('告诫书', 112, 140))),
          left: 'down',
        },
        1.34,
      ) +
      stand(
        'husband',
        975,
        895,
        { turn: -0.6, mood: 'worry', tilt: -9, lean: -6, left: palm(-84, -160), right: 'down' },
        1.28,
      ) +
      stand('wife', 340, 895, { turn: 0.5, mood: 'calm', left: 'belly', right: 'chest' }, 1.22) +
      stand(
        'cadre',
        1260,
        890,
        { turn: -0.6, mood: 'calm', left: { at: 'point', hand: 'open' }, right: 'back' },
        1.26,
      ),
  },
  {
    kind: 'domestic-violence',
    banner: '保护令，挡住那只手',
    title: '法院撑起的一把伞',
    story:
      '离了家还被堵门威胁，她带着照片和报警记录向法院申请人身安全保护令。紧急时法院在二十四小时内作出裁定，禁止对方骚扰、跟踪、接触。',
    alt: '穿法袍的女法官手举保护令，撑开一把大红伞，伞下是母亲和孩子，法庭立柱在身后。',
    mount: 'strip-left',
    scene: () =>
      court() +
      put(1090, 700, umbrella(640), { scale: 1.05 }) +
      stand(
        'judge',
        840,
        895,
        {
          turn: 0.5,
          mood: 'smile',
          right: holding([104, -262], put(8, -34, sheet('保护令', 104, 128))),
          left: 'down',
        },
        1.3,
      ) +
      stand('daughter', 1130, 895, { turn: -0.4, mood: 'smile', left: 'belly', right: [60, -150] }, 1.22) +
      stand('boy', 1290, 905, { turn: -0.4, mood: 'laugh', left: open(-80, -190) }, 1.3),
  },
  {
    kind: 'domestic-violence',
    banner: '听见哭喊，请打110',
    title: '隔壁的一通电话',
    story:
      '夜里隔壁又传来打骂声，大娘没有装听不见，拨了110。民警很快到场。谁都有权劝阻家暴；学校、医院、村委会发现孩子疑似受害，必须报案。',
    alt: '夜空下，奶奶在自家院里举着手机报警，爷爷指向邻家，两位民警快步赶来，天上一轮月亮。',
    mount: 'plaque',
    scene: () =>
      night() +
      stand(
        'grandma',
        520,
        900,
        { turn: 0.5, mood: 'worry', right: holding([66, -304], put(4, -8, handset())), left: 'belly' },
        1.22,
      ) +
      put(690, 352, saying('喂，110吗', 40, -70)) +
      stand(
        'elder',
        330,
        895,
        { turn: 0.6, mood: 'worry', right: { at: 'out', hand: 'point' }, left: 'down' },
        1.24,
      ) +
      stand(
        'policewoman',
        990,
        895,
        { stance: 'run', turn: -0.7, mood: 'calm', left: open(-130, -220), right: 'down' },
        1.3,
      ) +
      stand(
        'officer',
        1260,
        895,
        { stance: 'run', turn: -0.7, mood: 'calm', left: [-96, -180], right: [80, -180] },
        1.26,
      ),
  },
]
