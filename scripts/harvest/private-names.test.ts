import { expect, test } from 'vitest';
import { withoutPrivate } from './private-names.ts';

const hide = withoutPrivate(['acme/vault', 'acme/deep_store', 'acme/key-ring.api']);

test.each([
  ['See acme/vault#650 for more', 'See (internal reference) for more'],
  ['See Acme/Vault.', 'See (internal repository).'],
  ['See `https://github.com/acme/vault/pull/3`', 'See (internal link)'],
  ['See https\\://github.com/acme/vault/pull/3, please', 'See (internal link) please'],
  ['See [the change](https://raw.example.org/acme/vault/HEAD/x.md)', 'See [the change]((internal link))'],
  ['acme/deep\\_store#1', '(internal reference)'],
  ['acme/vault-tools#1 and my-acme/vault#2', 'acme/vault-tools#1 and my-acme/vault#2'],
  ['acme/key-ring.api#1, acme/key-ringXapi#1', '(internal reference), acme/key-ringXapi#1'],
  ['Nothing of it', 'Nothing of it'],
])('%s', (given, expected) => {
  expect(hide(given)).toBe(expected);
});
