import { expect, it } from 'vitest';
import { cataloguePresetIds } from '../../shared/catalogue-ids';
import { catalogue } from './catalogue';

it('names every row of the catalogue that exists outside the demo', () => {
  const rows = catalogue.filter(({ targets }) => Object.keys(targets).some((cloud) => cloud !== 'demo'));
  expect(cataloguePresetIds).toEqual(rows.map(({ id }) => id));
});
