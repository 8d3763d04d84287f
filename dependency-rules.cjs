/**
 * Direction of imports, checked by `npm run lint`: a part knows the contracts and itself, nothing else;
 * the parts meet over HTTP and WebSocket. Why: docs/decisions/0001-house.md
 */
const parts = ['content-lake', 'hosted', 'studio', 'site', 'scheduler', 'signage-player']
const ours = `^(${[...parts, 'contracts', 'server', 'demonstration', 'scripts', 'tests'].join('|')})/`

module.exports = {
  forbidden: [
    ...parts.map((part) => ({
      name: `${part}-knows-contracts-and-itself`,
      severity: 'error',
      from: { path: `^${part}/` },
      to: { path: ours, pathNot: `^(${part}|contracts)/` },
    })),
    {
      name: 'contracts-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: ours, pathNot: '^contracts/' },
    },
    {
      name: 'server-knows-contracts-and-itself',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ours, pathNot: '^(server|contracts)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(tests|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'nothing-imports-scripts',
      severity: 'error',
      from: { pathNot: '^(tests|scripts)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'contracts-do-no-io',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'compiling-is-pure',
      severity: 'error',
      from: { path: '^scheduler/compile/' },
      to: { path: '^scheduler/(?!compile/)' },
    },
    {
      name: 'the-phone-runs-pure-modules',
      severity: 'error',
      from: { path: '^site/phone/' },
      to: {
        path: '^site/(serve|content|store|desk|export)/',
        pathNot: '^site/desk/(personal|choices).ts',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-phone-has-no-node',
      severity: 'error',
      from: { path: '^site/phone/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^\\.' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.astro)/|\\.astro$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
