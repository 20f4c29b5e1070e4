import type { PresetTarget, SampleRequest } from '../preset';
import { scopeForResource } from '../scopes';
import { demoApiPlaceholder } from '../well-known';
import { azureClouds, type CatalogueRow, type CatalogueTarget } from './catalogue-row';

const demoEcho = `${demoApiPlaceholder}/api/echo`;

/** What the demo has a shape of; everything else is echoed. */
const demoShapes: Readonly<Record<string, string>> = {
  'resource-manager': `${demoApiPlaceholder}/api/subscriptions?api-version=2022-12-01`,
  graph: `${demoApiPlaceholder}/api/me`,
};

/** Whether each instance is a resource of its own, so that there is none before somebody says which. */
export const isPerInstance = ({ resource }: CatalogueTarget): boolean => resource.includes('{');

/** The demo has one instance of everything. */
const demoResource = ({ resource }: CatalogueTarget): string => resource.replace(/\{\w+\}/g, 'contoso');

/** The resources of the catalogue that the demo echoes requests for. */
export const demoEchoedResources = (rows: readonly CatalogueRow[]): readonly string[] =>
  rows.flatMap(({ id, targets: { public: target } }) =>
    target === undefined || id in demoShapes ? [] : [demoResource(target)],
  );

function demoTarget(id: string, target: CatalogueTarget): PresetTarget {
  const [first, ...others] = target.requests;
  const scopes = [scopeForResource(demoResource(target))];
  if (first === undefined) return { scopes, requests: [] };
  const shape = demoShapes[id];
  if (shape !== undefined) return { scopes, requests: [{ ...first, url: shape }] };
  // The first one has nothing to be filled in, so that a click is enough to see how a copy goes.
  const echoes = others.map((request) => ({ ...request, url: `${demoEcho}${afterHost(request)}` }));
  return { scopes, requests: [{ ...first, url: demoEcho }, ...echoes] };
}

const afterHost = ({ url }: SampleRequest): string => url.replace(/^https:\/\/[^/]*/, '');

/** What a preset made from a row is in every cloud, by cloud. Where each instance is a resource of its own it is not yet. */
export function presetTargets({ id, targets }: CatalogueRow): Record<string, PresetTarget> {
  const made = azureClouds.flatMap((cloud) => {
    const target = targets[cloud];
    if (target === undefined || isPerInstance(target)) return [];
    const { resource, requests } = target;
    return [[cloud, { scopes: [scopeForResource(resource)], requests: [...requests] }] as const];
  });
  const demo = targets.public === undefined ? {} : { demo: demoTarget(id, targets.public) };
  return { ...Object.fromEntries(made), ...demo };
}
