import { demoResources } from '../demo/resources';
import { catalogueRow } from '../../shared/catalogue/catalogue';
import { presetTargets } from '../../shared/catalogue/preset-targets';
import type { Preset, PresetIcon, PresetTarget } from '../../shared/preset';
import { scopeForResource } from '../../shared/scopes';
import { demoApiPlaceholder } from '../../shared/well-known';

/** The rows of the catalogue that a new installation begins with, and which of them are pinned. */
const initialRows: Readonly<Record<string, { readonly pinned: boolean }>> = {
  'resource-manager': { pinned: true },
  graph: { pinned: true },
  'key-vault': { pinned: false },
  storage: { pinned: false },
  devops: { pinned: false },
};

/** What is in the demo only: each shows one way in which a token can be had, or not. */
interface DemoRow {
  readonly id: string;
  readonly name: string;
  readonly icon: PresetIcon;
  readonly pinned: boolean;
  readonly resource: string;
}

const demoRows: readonly DemoRow[] = [
  { id: 'demo-api', name: 'Demo API', icon: 'demo', pinned: true, resource: demoResources.api },
  {
    id: 'demo-second-factor',
    name: 'Demo: second factor',
    icon: 'shield',
    pinned: false,
    resource: demoResources.mfa,
  },
  {
    id: 'demo-consent',
    name: 'Demo: consent',
    icon: 'shield',
    pinned: false,
    resource: demoResources.consent,
  },
  {
    id: 'demo-expired',
    name: 'Demo: expired session',
    icon: 'shield',
    pinned: false,
    resource: demoResources.expired,
  },
  {
    id: 'demo-blocked',
    name: 'Demo: blocked by policy',
    icon: 'shield',
    pinned: false,
    resource: demoResources.blocked,
  },
  {
    id: 'demo-short-lived',
    name: 'Demo: short-lived token',
    icon: 'shield',
    pinned: false,
    resource: demoResources.shortLived,
  },
];

const echoOf = (resource: string): PresetTarget => ({
  scopes: [scopeForResource(resource)],
  requests: [{ method: 'GET', url: `${demoApiPlaceholder}/api/echo`, headers: [] }],
});

/** The presets of a new installation. */
export const initialPresets = (): readonly Preset[] => [
  ...Object.entries(initialRows).flatMap(([id, { pinned }]) => {
    const row = catalogueRow(id);
    if (row === undefined) return [];
    const { name, icon } = row;
    return [{ id, name, icon, pinned, keepFresh: false, targets: presetTargets(row), catalogueId: id }];
  }),
  ...demoRows.map(({ id, name, icon, pinned, resource }) => ({
    id,
    name,
    icon,
    pinned,
    keepFresh: false,
    targets: { demo: echoOf(resource) },
    catalogueId: id,
  })),
];
