import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

const keysElsewhere = {
  message: 'Only src/keys looks at keys: the Enter that confirms a conversion must never submit.',
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/host/bindings.ts'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'indexedDB', 'alert', 'confirm'],
      'no-restricted-imports': ['error', { patterns: ['@tauri-apps/*'] }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // svelte-check decides which of these comments are needed; the two do not know the same warnings.
      'svelte/no-unused-svelte-ignore': 'off',
      // Dates here are read once and thrown away, never watched.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/keys/**', 'src/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name=/^onkey(down|up|press)$/]', ...keysElsewhere },
        { selector: 'SvelteDirective[kind="EventHandler"][key.name.name=/^key/]', ...keysElsewhere },
        { selector: 'MemberExpression[property.name=/^(keyCode|isComposing)$/]', ...keysElsewhere },
        {
          selector: 'CallExpression[callee.property.name="addEventListener"][arguments.0.value=/^key/]',
          ...keysElsewhere,
        },
      ],
    },
  },
  { files: ['src/host/**'], rules: { 'no-restricted-imports': 'off' } },
);
