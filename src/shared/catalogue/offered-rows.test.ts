import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue';
import { findRows, offeredRows } from './offered-rows';

const idsIn = (id: string, resources: Record<string, string> = {}): readonly string[] =>
  offeredRows({ id, resources }).map(({ row }) => row.id);
const found = (query: string): readonly string[] =>
  findRows(offeredRows({ id: 'public', resources: {} }), query).map(({ row }) => row.id);

describe('the rows of a cloud', () => {
  it('are those that exist there', () => {
    expect(idsIn('public')).toContain('managed-grafana');
    expect(idsIn('us-government')).not.toContain('managed-grafana');
    expect(idsIn('us-government')).toContain('graph-dod');
    expect(idsIn('china')).not.toContain('devops');
  });

  it('are in the demo what they are in the public cloud', () => {
    expect(idsIn('demo')).toEqual(idsIn('public'));
  });

  it('are in a custom cloud those that its table names, and ARM', () => {
    expect(
      offeredRows({ id: 'cloud-1', resources: { 'key-vault': 'https://vault.contoso.example' } }),
    ).toMatchObject([{ row: { id: 'key-vault' }, resource: 'https://vault.contoso.example' }]);
    const arm = { endpoint: 'https://arm.contoso.example', audience: 'https://arm.contoso.example/a' };
    expect(offeredRows({ id: 'cloud-1', resources: {}, arm })).toMatchObject([
      { row: { id: 'resource-manager' }, resource: arm.audience },
    ]);
    expect(idsIn('cloud-1', { constructor: 'x' })).toEqual([]);
  });
});

describe('a search', () => {
  it.each([
    ['', catalogue.length - 3],
    ['nothing like this', 0],
  ])('for %j finds %d', (query, count) => expect(found(query)).toHaveLength(count));

  it.each([
    ['key vault', 'key-vault'],
    ['VAULT.azure.net', 'key-vault'],
    ['entra users', 'graph'],
    ['documents.azure', 'cosmos-db'],
    ['acr docker', 'container-registry'],
    ['00000003-0000-0000-c000-000000000000', 'graph'],
  ])('for %j finds %s first', (query, id) => expect(found(query)[0]).toBe(id));
});
