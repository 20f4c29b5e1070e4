import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/catalogue/catalogue';
import { azureClouds } from '../../shared/catalogue/catalogue-row';
import { hostFits } from '../../shared/catalogue/hosts';
import { knownHosts } from '../../shared/catalogue/known-hosts';
import { presetTargets } from '../../shared/catalogue/preset-targets';
import { presetSchema, presetTargetSchema } from '../../shared/preset';
import { parseSampleUrl } from '../../shared/sample-url';
import { parseAccess } from '../../shared/scopes';
import { demoApiPlaceholder } from '../../shared/well-known';
import { armAudiences, echoedAudiences, graphAudiences } from '../demo/resources';
import { initialPresets } from './catalogue';

const targets = catalogue.flatMap((row) =>
  Object.entries(presetTargets(row)).map(
    ([cloud, target]) => [`${row.id} in ${cloud}`, row.id, cloud, target] as const,
  ),
);

describe('presets from the catalogue', () => {
  it.each(targets)('ask for one resource, and send the token safely: %s', (_name, _id, cloud, target) => {
    expect(presetTargetSchema.parse(target)).toEqual(target);
    const access = parseAccess('scopes', target.scopes.join(' '));
    expect(access.ok && access.scopes).toEqual(target.scopes);
    const hosts = knownHosts(cloud, target.scopes);
    for (const { url } of target.requests) {
      const filledIn = url.replace(demoApiPlaceholder, 'http://127.0.0.1:1');
      expect(parseSampleUrl(filledIn).ok).toBe(true);
      expect(url.startsWith(demoApiPlaceholder)).toBe(cloud === 'demo');
      if (url.startsWith('https://{apiServer}/')) continue;
      const { hostname } = new URL(filledIn.replace(/[{}]/g, 'x'));
      expect(hosts?.some((pattern) => hostFits(pattern, hostname))).toBe(true);
    }
  });

  it('exist in the demo for each row of the public cloud, and the demo takes their tokens', () => {
    const taken = new Set([...echoedAudiences, ...armAudiences, ...graphAudiences]);
    for (const row of catalogue) {
      const { demo } = presetTargets(row);
      expect(demo === undefined).toBe(row.targets.public === undefined);
      for (const scope of demo?.scopes ?? []) expect(taken).toContain(scope.replace(/\/\.default$/, ''));
    }
  });

  it('are left out where each instance is a resource of its own', () => {
    const dataverse = catalogue.find(({ id }) => id === 'dataverse');
    expect(dataverse && Object.keys(presetTargets(dataverse))).toEqual(['demo']);
    const cosmos = catalogue.find(({ id }) => id === 'cosmos-db');
    expect(cosmos && Object.keys(presetTargets(cosmos))).toEqual(['public', 'demo']);
  });
});

describe('a new installation', () => {
  const presets = initialPresets();

  it('has presets that the presets file takes, each with an id of its own', () => {
    for (const preset of presets) expect(presetSchema.parse(preset)).toEqual(preset);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
  });

  it('begins with a few of the catalogue, and with the demo’s own', () => {
    expect(presets.map(({ id, pinned }) => (pinned ? `${id}, pinned` : id))).toEqual([
      'resource-manager, pinned',
      'graph, pinned',
      'key-vault',
      'storage',
      'devops',
      'demo-api, pinned',
      'demo-second-factor',
      'demo-consent',
      'demo-expired',
      'demo-blocked',
      'demo-short-lived',
    ]);
  });

  it('has a preset whose token ends soon, so that a countdown by the second can be seen', () => {
    const preset = presets.find(({ id }) => id === 'demo-short-lived');
    expect(preset).toMatchObject({ name: 'Demo: short-lived token', icon: 'shield', pinned: false });
    expect(preset?.targets).toEqual({
      demo: {
        scopes: ['api://demo.token-tray/short-lived/.default'],
        requests: [{ method: 'GET', url: `${demoApiPlaceholder}/api/echo`, headers: [] }],
      },
    });
  });

  it('has something in every cloud, and demo presets in the demo only', () => {
    const clouds = new Set(presets.flatMap(({ targets: each }) => Object.keys(each)));
    expect(clouds).toEqual(new Set([...azureClouds, 'demo']));
    for (const { id, targets: each } of presets)
      if (id.startsWith('demo-')) expect(Object.keys(each)).toEqual(['demo']);
  });
});
