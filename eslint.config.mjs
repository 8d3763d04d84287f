/** Rules that the compiler does not know; the form of the text is prettier's. Why: docs/decisions/0001-house.md */
import tseslint from 'typescript-eslint'
import astro from 'eslint-plugin-astro'

const clockRules = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the clock that was handed in.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the clock that was handed in.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take the randomness that was handed in.',
  },
]

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'data/', '.astro/', '**/*.d.ts'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,cjs,astro}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...clockRules],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    // The edges of the program, where the real clock and randomness come from.
    files: [
      'main.ts',
      '**/main.ts',
      'studio/clock.ts',
      'signage-player/page/**',
      'site/phone/**',
      'scripts/**',
      'tests/**',
      '*.cjs',
      '*.mjs',
    ],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
)
