import { catalogueRow } from './catalogue';
import { retiredApis } from './retired';

/** Where an API of the catalogue is described, or what to do about one that is retired. */
export const documentationOf = (id: string): string | undefined =>
  catalogueRow(id)?.documentation ?? retiredApis.find((api) => api.id === id)?.documentation;
