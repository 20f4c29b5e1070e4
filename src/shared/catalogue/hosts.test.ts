import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostFits } from './hosts';

it.each([
  ['graph.microsoft.com', 'graph.microsoft.com', true],
  ['graph.microsoft.com', 'GRAPH.Microsoft.Com.', true],
  ['graph.microsoft.com', 'evil-graph.microsoft.com', false],
  ['graph.microsoft.com', 'graph.microsoft.com.evil.example', false],
  ['*.vault.azure.net', 'contoso.vault.azure.net', true],
  ['*.vault.azure.net', 'contoso.privatelink.vault.azure.net', true],
  ['*.vault.azure.net', 'vault.azure.net', false],
  ['*.vault.azure.net', 'contoso-vault.azure.net', false],
  ['*.vault.azure.net', 'contoso.vault.azure.net.evil.example', false],
  ['*.crm*.dynamics.com', 'contoso.crm4.dynamics.com', true],
  ['*.crm*.dynamics.com', 'contoso.api.crm.dynamics.com', true],
  ['*.crm*.dynamics.com', 'api.businesscentral.dynamics.com', false],
  ['*.crm*.dynamics.com', 'contoso.crm4.dynamics.com.evil.example', false],
])('%s and %s: %s', (pattern, host, fits) => expect(hostFits(pattern, host)).toBe(fits));

it('a name fits itself and whatever is below it, and nothing that only ends like it', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(hostFits(one, one)).toBe(true);
      expect(hostFits(`*.${one}`, `${other}.${one}`)).toBe(true);
      expect(hostFits(`*.${one}`, `x${one}`)).toBe(false);
      expect(hostFits(one, `${other}.${one}`)).toBe(false);
    }),
  );
});
