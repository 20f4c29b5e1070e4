import type { Delivery } from '../delivery';
import type { PresetIcon, SampleRequest } from '../preset';
import type { Source } from './sources';

/** The clouds that Microsoft runs. The demo follows the first; custom ones have tables of their own. */
export const azureClouds = ['public', 'us-government', 'china'] as const;
export type AzureCloud = (typeof azureClouds)[number];

/** In the order in which they are shown. */
export const catalogueCategories = [
  'management',
  'microsoft-365',
  'security',
  'storage',
  'containers',
  'developer',
  'messaging',
  'monitoring',
  'analytics',
  'ai',
  'business',
  'things',
] as const;
export type CatalogueCategory = (typeof catalogueCategories)[number];

/** What a row is in one cloud. */
export interface CatalogueTarget {
  /** To the letter, since Entra makes the audience of it. `{…}` stands in it where each instance has its own. */
  readonly resource: string;
  /** Where the resource string was found. */
  readonly sources: readonly Source[];
  /** Other names of the same resource: app ids, older addresses. */
  readonly audiences: readonly string[];
  /** Hosts that take its tokens, as `hostFits` reads them. */
  readonly hosts: readonly string[];
  readonly requests: readonly SampleRequest[];
  /** What was read in one place and seen working in none. */
  readonly unverified: readonly ('resource' | 'requests')[];
}

/** An API that presets can be made from. */
export interface CatalogueRow {
  /** Never changes: presets and custom clouds go by it. */
  readonly id: string;
  readonly name: string;
  readonly category: CatalogueCategory;
  readonly icon: PresetIcon;
  /** Words that people look for and that are in neither name nor addresses. */
  readonly keywords: readonly string[];
  readonly delivery: Delivery;
  /** Azure CLI's client application gets no token for it. */
  readonly needsOwnClient: boolean;
  /** Microsoft's documentation, or the vendor's. */
  readonly documentation: string;
  /** A cloud that is not in here has no such resource, or nobody knows what it is called. */
  readonly targets: Readonly<Partial<Record<AzureCloud, CatalogueTarget>>>;
  /** What is in the path of its requests, where another row has the same hosts. */
  readonly path?: RegExp;
}

/** An API that is gone. Whoever pastes its address is told so. */
export interface RetiredApi {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly audiences: readonly string[];
  /** The id of the row to use instead, where there is one. */
  readonly successor?: string;
  readonly documentation: string;
}
