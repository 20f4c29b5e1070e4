import { ai } from './ai';
import { analytics } from './analytics';
import { business } from './business';
import type { CatalogueRow } from './catalogue-row';
import { containers } from './containers';
import { developer } from './developer';
import { management } from './management';
import { messaging } from './messaging';
import { microsoft365 } from './microsoft-365';
import { monitoring } from './monitoring';
import { security } from './security';
import { storage } from './storage';
import { things } from './things';

/** Every API that presets can be made from, in the order in which they are shown. */
export const catalogue: readonly CatalogueRow[] = [
  ...management,
  ...microsoft365,
  ...security,
  ...storage,
  ...containers,
  ...developer,
  ...messaging,
  ...monitoring,
  ...analytics,
  ...ai,
  ...business,
  ...things,
];

export const catalogueRow = (id: string): CatalogueRow | undefined => catalogue.find((row) => row.id === id);
