import { targetDraftOf } from '../draft-of-preset';
import type { CloudId, SampleRequest } from '../preset';
import type { PresetDraft } from '../preset-draft';
import { presetLimits } from '../preset-limits';
import { scopeForResource } from '../scopes';
import type { CatalogueRow } from './catalogue-row';
import { azureCloudOf, isRegional } from './known-hosts';
import { presetTargets } from './preset-targets';

export interface RowChoice {
  readonly row: CatalogueRow;
  readonly name: string;
  /** The cloud in use. */
  readonly cloudId: CloudId;
  /** What its tokens are for there. */
  readonly resource: string;
  /** What was pasted: it comes before the row's own. */
  readonly request?: SampleRequest;
  readonly keepFresh: boolean;
}

/** What a preset made from a row begins with, in every cloud that has it. */
export function rowDraft({ row, name, cloudId, resource, request, keepFresh }: RowChoice): PresetDraft {
  const targets = presetTargets(row);
  const scopes = [scopeForResource(resource)];
  const cloud = azureCloudOf(cloudId);
  const samples = cloud === undefined ? [] : (row.targets[cloud]?.requests ?? []);
  const host = hostOf(request?.url ?? resource);
  // Of the address of one vault its other requests can be made, too.
  const own = samples.map((sample) => ({ ...sample, url: atHost(sample.url, host) }));
  const others = own.filter(({ method, url }) => method !== request?.method || url !== request.url);
  const isSaid = request !== undefined || own.some(({ url }, index) => url !== samples[index]?.url);
  const requests = request === undefined ? own : [request, ...others].slice(0, presetLimits.requests);
  const said =
    isSaid && (cloudId !== 'demo' || request !== undefined) ? { [cloudId]: { scopes, requests } } : {};
  return {
    name,
    icon: row.icon,
    colour: null,
    tags: '',
    notes: '',
    delivery: row.delivery,
    pinned: false,
    keepFresh,
    hotkey: null,
    identity: {},
    targets: Object.fromEntries(
      Object.entries({ ...targets, ...said }).map(([id, target]) => [id, targetDraftOf(target)]),
    ),
    catalogueId: row.id,
  };
}

const hostOf = (url: string): string => /^https:\/\/([^/?]+)/i.exec(url)?.[1] ?? '';

/** The sample at this host, if its own is a name of the same form: `{vault}.vault.azure.net`. */
function atHost(url: string, host: string): string {
  const sample = hostOf(url);
  const labels = sample.split('.');
  const given = host.split('.');
  const isOne =
    sample.includes('{') &&
    labels.length === given.length &&
    labels.every((label, index) => {
      const there = given[index] ?? '';
      return label.includes('{') || label === there || isRegional(label, there);
    });
  return isOne ? url.replace(sample, host) : url;
}
