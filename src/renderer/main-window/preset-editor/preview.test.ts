import { expect, it } from 'vitest';
import type { FormatOffer } from '../../../shared/offered-formats';
import { tokenStandIn } from '../../../shared/snippets/masked-token';
import { presetDraft, requestDraft, targetDraft } from '../../../shared/test-support/preset-drafts';
import { editorClouds } from './editor-clouds';
import { formatsOf, previewOf } from './preview';
import { splitDrafts } from './split-drafts';

it('a preview is the text with a stand-in for the token, right or wrong as the draft is', () => {
  const request = requestDraft({ url: ' https://orders.example/{id} ', headers: [{ name: '', value: 'x' }] });
  const draft = presetDraft({ targets: { demo: targetDraft({ access: '', requests: [request] }) } });
  const text = previewOf(draft, { cloudId: 'demo', request, format: 'curl', shell: 'posix', now: 0 });
  expect(text).toMatch(/^curl --globoff .https:\/\/orders\.example\/\{id\}. -H .Authorization: Bearer /);
  expect(text).toContain(tokenStandIn);
});

it('formats with a request are offered only where there is one', () => {
  const offer: FormatOffer = { shell: 'posix', forbidden: ['wget'], templates: [] };
  const none = presetDraft({ targets: { demo: targetDraft({ requests: [requestDraft({ url: '' })] }) } });
  expect(formatsOf(presetDraft(), 'demo', offer)).toContain('curl');
  expect(formatsOf(presetDraft(), 'demo', offer)).not.toContain('wget');
  expect(formatsOf(none, 'demo', offer)).not.toContain('curl');
  expect(formatsOf(presetDraft({ delivery: 'redis' }), 'demo', offer)).not.toContain('curl');
});

it('what is split off is a preset of its own, without what only one can have', () => {
  const draft = presetDraft({ hotkey: 'Alt+O', tags: 'team' });
  expect(splitDrafts(draft, 'demo', ['https://b.example', 'api://c'])).toMatchObject([
    {
      name: 'Orders b.example',
      hotkey: null,
      tags: 'team',
      targets: { demo: { access: 'https://b.example' } },
    },
    { name: 'Orders api://c', hotkey: null, targets: { demo: { access: 'api://c' } } },
  ]);
});

it('clouds are those in use, and those that the preset has', () => {
  const cloud = { authority: '', isAdfs: false, origin: 'built-in', resources: {} } as const;
  const clouds = [
    { ...cloud, id: 'public', name: 'Azure', usedBy: 1 },
    { ...cloud, id: 'china', name: 'China', usedBy: 0 },
    { ...cloud, id: 'demo', name: 'Demo', usedBy: 0 },
  ];
  const targets = { demo: targetDraft(), 'cloud-gone': targetDraft() };
  expect(editorClouds({ clouds }, { targets }, 'demo').map(({ name }) => name)).toEqual([
    'Azure',
    'Demo',
    'cloud-gone',
  ]);
});
