import { describe, expect, it } from 'vitest';
import { presetSchema } from '../../shared/preset';
import { parseSampleUrl } from '../../shared/sample-url';
import { parseAccess } from '../../shared/scopes';
import { demoApiPlaceholder } from '../../shared/well-known';
import { catalogue, initialPresets } from './catalogue';

const targets = catalogue.flatMap(({ id, targets: clouds }) =>
  Object.entries(clouds).map(([cloud, target]) => ({ id, cloud, target })),
);
const named = targets.map(({ id, cloud, target }) => [`${id} in ${cloud}`, cloud, target] as const);

describe('the catalogue', () => {
  it('makes presets that the presets file takes, each with an id of its own', () => {
    const presets = initialPresets();
    for (const preset of presets) expect(presetSchema.parse(preset)).toEqual(preset);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
  });

  it.each(named)('asks for one resource, and sends the token safely: %s', (_name, cloud, target) => {
    const access = parseAccess('scopes', target.scopes.join(' '));
    expect(access.ok && access.scopes).toEqual(target.scopes);
    for (const { url } of target.requests) {
      expect(parseSampleUrl(url.replace(demoApiPlaceholder, 'http://127.0.0.1:1')).ok).toBe(true);
      expect(url.startsWith(demoApiPlaceholder)).toBe(cloud === 'demo');
    }
  });

  it('keeps each resource to the letter of its audience', () => {
    const scopeOf = (id: string, cloud = 'public'): string | undefined =>
      targets.find((each) => each.id === id && each.cloud === cloud)?.target.scopes[0];
    expect(scopeOf('resource-manager')).toBe('https://management.azure.com//.default');
    expect(scopeOf('storage')).toBe('https://storage.azure.com//.default');
    expect(scopeOf('graph')).toBe('https://graph.microsoft.com/.default');
    expect(scopeOf('key-vault')).toBe('https://vault.azure.net/.default');
    expect(scopeOf('devops')).toBe('499b84ac-1321-427f-aa17-267ca6975798/.default');
  });

  it('never sends a token of one cloud to a host of another', () => {
    const marks = {
      'us-government': /usgovcloudapi\.net|microsoft\.us/,
      china: /chinacloudapi\.cn|azure\.cn/,
    };
    for (const { id, cloud, target } of targets) {
      for (const [name, mark] of Object.entries(marks)) {
        for (const { url } of target.requests)
          expect(mark.test(url), `${id} in ${cloud}`).toBe(cloud === name);
      }
    }
  });

  it('sends the version header without which Storage refuses every token', () => {
    for (const { target } of targets.filter(({ id }) => id === 'storage')) {
      for (const { headers } of target.requests)
        expect(headers).toContainEqual({ name: 'x-ms-version', value: '2021-12-02' });
    }
  });

  it('has a preset whose token ends soon, so that a countdown by the second can be seen', () => {
    const row = catalogue.find(({ id }) => id === 'demo-short-lived');
    expect(row).toMatchObject({ name: 'Demo: short-lived token', icon: 'shield', pinned: false });
    expect(row?.targets).toEqual({
      demo: {
        scopes: ['api://demo.token-tray/short-lived/.default'],
        requests: [{ method: 'GET', url: `${demoApiPlaceholder}/api/echo`, headers: [] }],
      },
    });
  });

  it('has something in every cloud, and demo presets in the demo only', () => {
    expect(new Set(targets.map(({ cloud }) => cloud))).toEqual(
      new Set(['public', 'us-government', 'china', 'demo']),
    );
    const demo = targets.filter(({ id }) => id.startsWith('demo-'));
    expect(demo.every(({ cloud }) => cloud === 'demo')).toBe(true);
  });
});
