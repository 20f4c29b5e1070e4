import { describe, expect, it } from 'vitest';
import { checkPreset } from '../check-preset';
import { presetSchema } from '../preset';
import { presetDraftSchema } from '../preset-draft';
import { catalogue, catalogueRow } from './catalogue';
import { offeredRows } from './offered-rows';
import { recognise } from './recognise';
import { rowDraft, type RowChoice } from './row-draft';

const made = (choice: RowChoice) => {
  const checked = checkPreset(presetDraftSchema.parse(rowDraft(choice)));
  if (!checked.ok) throw new Error(`${choice.row.id}: ${JSON.stringify(checked.problems)}`);
  return presetSchema.parse({ id: 'x', ...checked.value });
};

describe('a preset from a row', () => {
  it.each(['public', 'us-government', 'china', 'demo'])('can be made of each row in %s', (cloudId) => {
    for (const { row, resource } of offeredRows({ id: cloudId, resources: {} })) {
      // Each instance has to be named first, except in the demo.
      const named = cloudId === 'demo' ? resource : resource.replace(/\{\w+\}/g, 'contoso');
      const preset = made({ row, name: row.name, cloudId, resource: named, keepFresh: true });
      expect(preset).toMatchObject({ name: row.name, icon: row.icon, keepFresh: true, catalogueId: row.id });
      expect(preset.targets[cloudId]?.scopes[0], row.id).not.toContain('{');
    }
  });

  it('has what was pasted first, and its other requests at the same host', () => {
    const pasted = recognise('https://contoso.vault.azure.net/secrets/x?api-version=7.4', 'public');
    if (pasted.kind !== 'catalogue' || pasted.request === undefined) throw new Error(pasted.kind);
    const { row, resource, request } = pasted;
    const { targets } = made({ row, name: 'Vault', cloudId: 'public', resource, request, keepFresh: false });
    expect(targets['public']?.requests.map(({ url }) => url)).toEqual([
      'https://contoso.vault.azure.net/secrets/x?api-version=7.4',
      'https://contoso.vault.azure.net/secrets?maxresults=1&api-version=7.4',
      'https://contoso.vault.azure.net/secrets/{secret}?api-version=7.4',
      'https://contoso.vault.azure.net/keys?maxresults=5&api-version=7.4',
      'https://contoso.vault.azure.net/certificates?maxresults=5&api-version=7.4',
    ]);
    expect(targets['china']?.requests[0]?.url).toContain('{vault}.vault.azure.cn');
  });

  it('is for the one instance that was named', () => {
    const row = catalogueRow('dataverse') ?? catalogue[0];
    if (row === undefined) throw new Error('The catalogue is empty.');
    const resource = 'https://contoso.crm4.dynamics.com';
    const { targets } = made({ row, name: 'CRM', cloudId: 'public', resource, keepFresh: false });
    expect(targets['public']).toMatchObject({
      scopes: ['https://contoso.crm4.dynamics.com/.default'],
      requests: [{ url: 'https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI' }, {}],
    });
    expect(Object.keys(targets)).toEqual(['demo', 'public']);
  });

  it('goes by its table in a custom cloud', () => {
    const row = catalogueRow('key-vault') ?? catalogue[0];
    if (row === undefined) throw new Error('The catalogue is empty.');
    const resource = 'https://vault.contoso.example';
    const { targets, catalogueId } = made({
      row,
      name: 'Vault',
      cloudId: 'cloud-1',
      resource,
      keepFresh: false,
    });
    expect(targets['cloud-1']).toBeUndefined();
    expect(catalogueId).toBe('key-vault');
  });
});
