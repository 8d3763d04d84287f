/**
 * @file Sample accounts, one of each role that an administrator may give. Plainly invented.
 *
 * They are made only at a first start that shows the demonstration and makes the administrator's password too, and
 * their passwords, each of chance, are shown that once.
 */
export const sampleAccounts = [
  { name: '示例播控', displayName: '示例播控员', role: 'operator', county: null },
  { name: '示例编辑', displayName: '示例县区编辑', role: 'editor', county: 'county-131102' },
  { name: '示例审核', displayName: '示例审核员', role: 'reviewer', county: null },
  { name: '示例顾问', displayName: '示例村居法律顾问', role: 'adviser', county: 'county-131102' },
  { name: '示例查看', displayName: '示例查看者', role: 'viewer', county: null },
] as const
