import type { PresetPath } from '../../../shared/check-preset';

export type SectionId = 'access' | 'requests' | 'account' | 'delivery' | 'notes' | 'options';

/** Where a field is: what has to be opened before it can be seen. */
export interface FieldPlace {
  readonly section?: SectionId;
  readonly cloudId?: string;
  readonly request?: number;
}

export function placeOf(path: PresetPath): FieldPlace {
  const [field, cloudId, part, index] = path.split('.');
  switch (field) {
    case 'tags':
    case 'notes':
      return { section: 'notes' };
    case 'hotkey':
      return { section: 'options' };
    case 'targets':
      if (cloudId === undefined) return {};
      if (part !== 'requests') return { section: 'access', cloudId };
      return { section: 'requests', cloudId, ...(index === undefined ? {} : { request: Number(index) }) };
    default:
      return {};
  }
}
