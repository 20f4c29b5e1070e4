import { describe, expect, it } from 'vitest';
import { copyFormats, formatGroups, isTemplate, type BuiltInFormat } from './copy-format';
import { deliveries } from './delivery';
import {
  commandFormat,
  fittingFormat,
  fits,
  isOffered,
  offeredFormats,
  quickFormats,
  withTheirForms,
  type FormatFacts,
  type FormatOffer,
  type TemplateView,
} from './offered-formats';
import { inputFor, sampleRequest } from './test-support/snippet-inputs';
import { snippet } from './snippets/snippets';

const api: FormatFacts = { delivery: 'bearer', hasRequests: true };
const database: FormatFacts = { delivery: 'postgresql', hasRequests: false };
const template: TemplateView = {
  id: 'template-12345678-90ab-cdef-1234-567890abcdef',
  name: 'Mine',
  needsRequest: true,
};
const offer = (change: Partial<FormatOffer> = {}): FormatOffer => ({
  shell: 'posix',
  forbidden: [],
  templates: [template],
  ...change,
});

describe('the formats of a preset', () => {
  it('are all in one group each', () => {
    const grouped = formatGroups.flatMap(({ formats }): readonly BuiltInFormat[] => formats);
    expect(grouped.toSorted()).toEqual(copyFormats.toSorted());
  });

  it('are each another text', () => {
    for (const shell of ['posix', 'windows'] as const) {
      const formats = offeredFormats(offer({ shell, templates: [] }), api);
      const texts = formats.map((format) =>
        isTemplate(format) ? format : snippet(format, inputFor(sampleRequest(), 'TOKEN', { shell })),
      );
      expect(new Set(texts).size, shell).toBe(texts.length);
    }
  });

  it('have nothing of HTTP for a database, and its own first', () => {
    expect(offeredFormats(offer(), database)).toEqual([
      'pgpassword',
      'token',
      'environment',
      'environment-powershell',
      'environment-cmd',
      'postman-environment',
      'az-json',
    ]);
  });

  it('are at most eight and a few of one’s own in menus', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...template, name: `Mine ${index}` }));
    for (const delivery of deliveries) {
      const quick = quickFormats(offer({ templates: many }), { delivery, hasRequests: true });
      expect(quick.filter((format) => !isTemplate(format)).length).toBeLessThanOrEqual(9);
      expect(quick.length).toBeLessThanOrEqual(14);
    }
    expect(quickFormats(offer(), api)).toEqual([
      'token',
      'authorization-header',
      'curl',
      'powershell',
      'httpie',
      'python-requests',
      'javascript-fetch',
      'environment',
      template.id,
    ]);
  });

  it('are never one that cannot be copied', () => {
    for (const delivery of deliveries)
      for (const hasRequests of [true, false]) {
        const facts = { delivery, hasRequests };
        for (const format of offeredFormats(offer({ forbidden: ['wget'] }), facts))
          expect(isOffered(format, offer({ forbidden: ['wget'] }), facts)).toBe(true);
        const command = commandFormat(offer(), facts);
        if (command !== undefined) expect(fits(command, facts)).toBe(true);
      }
    expect(isOffered(template.id, offer(), database)).toBe(false);
    expect(isOffered(template.id, offer({ templates: [] }), api)).toBe(false);
  });

  it('are the token where the wanted one does not fit, or what is left', () => {
    expect(fittingFormat('curl', offer(), api)).toBe('curl');
    expect(fittingFormat('curl', offer(), database)).toBe('token');
    expect(fittingFormat('curl', offer({ forbidden: ['token'] }), database)).toBe('pgpassword');
    expect(fittingFormat(template.id, offer({ templates: [] }), api)).toBe('token');
  });
});

it('forbids curl and environment in all their forms, and a form under its other name', () => {
  expect(withTheirForms(['curl'], 'posix')).toEqual(['curl', 'curl-bash', 'curl-cmd', 'curl-powershell']);
  expect(withTheirForms(['curl-cmd'], 'posix')).toEqual(['curl-cmd']);
  expect(withTheirForms(['curl-cmd'], 'windows')).toEqual(['curl', 'curl-cmd']);
  expect(withTheirForms(['environment-posix', 'token'], 'posix')).toEqual([
    'token',
    'environment',
    'environment-posix',
  ]);
});
