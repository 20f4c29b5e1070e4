import { describe, expect, it } from 'vitest';
import { presetSchema, type Preset } from '../../shared/preset';
import { presetLimits } from '../../shared/preset-limits';
import { applyImport, planImport } from './import-plan';
import { differences } from './shareable';

const preset = (id: string, name: string, cloud = 'public'): Preset => ({
  id,
  name,
  icon: 'custom',
  pinned: false,
  keepFresh: false,
  targets: { [cloud]: { scopes: [`api://${id}/.default`], requests: [] } },
});

function nameOfSecond(name: string): string | undefined {
  const own = [preset('own', name)];
  const { own: after } = applyImport(
    planImport([preset('theirs', name)], own),
    ['both'],
    own,
    { id: () => 'new', keepFresh: false },
    () => false,
  );
  return after.map((each) => presetSchema.parse(each).name)[1];
}

describe('a name that is taken', () => {
  it('gets a number', () => {
    expect(nameOfSecond('Orders')).toBe('Orders (2)');
  });

  it('stays as short as the form and the file want it', () => {
    expect(nameOfSecond('x'.repeat(presetLimits.nameLength))).toBe(`${'x'.repeat(76)} (2)`);
    expect(nameOfSecond('x'.repeat(presetLimits.storedNameLength))).toHaveLength(
      presetLimits.storedNameLength,
    );
  });

  it('is not cut through a character', () => {
    expect(nameOfSecond(`${'x'.repeat(75)}🚀${'y'.repeat(3)}`)).toBe(`${'x'.repeat(75)} (2)`);
  });
});

describe('differences', () => {
  it('are found in a cloud whose name every object has', () => {
    expect(differences(preset('a', 'A'), preset('a', 'A', 'constructor'))).toMatchObject([
      { field: 'access', cloud: 'public' },
      { field: 'access', cloud: 'constructor' },
    ]);
  });
});
