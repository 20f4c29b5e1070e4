import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/catalogue/catalogue';
import { presetTargets } from '../../shared/catalogue/preset-targets';
import { authorityOf, cloudById, demoCloud } from './clouds';

describe('a cloud', () => {
  it('is found for every target of the catalogue', () => {
    const ids = new Set(catalogue.flatMap((row) => Object.keys(presetTargets(row))));
    for (const id of ids) expect(cloudById(id)?.id).toBe(id);
  });

  it('that nobody has heard of is none', () => {
    for (const id of ['germany', '', '__proto__', 'constructor']) expect(cloudById(id)).toBeUndefined();
  });

  it('has an https authority for each tenant, as MSAL asks for', () => {
    for (const id of ['public', 'us-government', 'china', 'demo']) {
      const cloud = cloudById(id) ?? demoCloud;
      const authority = new URL(authorityOf(cloud, 'contoso.com'));
      expect(authority.protocol).toBe('https:');
      expect(authority.pathname).toBe('/contoso.com');
      expect(authority.origin).toBe(cloud.authority);
    }
  });

  it('called Demo can never be on the network', () => {
    expect(new URL(demoCloud.authority).hostname).toMatch(/\.invalid$/);
  });
});
