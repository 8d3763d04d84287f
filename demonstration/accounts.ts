/**
 * @file Sample accounts of the roles that an administrator may give, enough of them for a review by three.
 * Plainly invented. They are made when the demonstration is first loaded, and their passwords, each of
 * chance, are shown that once.
 */
export const sampleAccounts = [
  { name: '示例编辑', displayName: '示例编辑', role: 'editor', county: null },
  { name: '示例初审', displayName: '示例初审员', role: 'reviewer', county: null, stages: ['first'] },
  { name: '示例复审', displayName: '示例复审员', role: 'reviewer', county: null, stages: ['second'] },
  { name: '示例终审', displayName: '示例终审员', role: 'reviewer', county: null, stages: ['extra', 'final'] },
  { name: '示例播控', displayName: '示例播控员', role: 'operator', county: null },
  { name: '示例县区编辑', displayName: '示例县区编辑', role: 'editor', county: 'county-131102' },
  { name: '示例顾问', displayName: '示例村居法律顾问', role: 'adviser', county: 'county-131102' },
  { name: '示例查看', displayName: '示例查看者', role: 'viewer', county: null },
] as const

/** Who plays which part while the demonstration is put through review. */
export const samplePlayers = {
  content: '示例编辑',
  schedule: '示例播控',
  reviewers: ['示例初审', '示例复审', '示例终审'],
} as const
