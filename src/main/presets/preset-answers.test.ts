import { describe, expect, it } from 'vitest';
import { presetAnswersFileSchema, repairPresetAnswersFile } from './preset-answers';

const good = {
  hosts: [{ resource: 'api://a', host: 'a.example' }],
  values: { vault: 'contoso' },
  leftIn: [],
};

describe('the file with answers', () => {
  it('reads back what it holds', () => {
    const file = { version: 1, answers: { a: good } };
    expect(presetAnswersFileSchema.parse(file)).toEqual(file);
  });

  it('keeps what is good in a file in which something is wrong', () => {
    const answers = { a: good, b: { ...good, values: { vault: 7 } }, 'No Id': good };
    expect(repairPresetAnswersFile({ version: 9, answers })).toEqual({ version: 1, answers: { a: good } });
  });

  it.each([undefined, null, [], 'x', {}, { answers: [] }, { answers: null }])(
    'is not made of %j',
    (value) => {
      expect(repairPresetAnswersFile(value) ?? { answers: {} }).toMatchObject({ answers: {} });
    },
  );
});
