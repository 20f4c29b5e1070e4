import { expect, it } from 'vitest';
import { checkCloud } from '../../../shared/drafts';
import { cloudDraftOf, emptyCloudDraft, isAdfsAuthority } from './cloud-drafts';

const cloud = {
  name: 'Contoso Stack',
  authority: 'https://login.stack.contoso.com',
  arm: {
    endpoint: 'https://management.stack.contoso.com',
    audience: 'https://management.stack.contoso.com/',
  },
  resources: { graph: 'https://graph.stack.contoso.com', 'key-vault': 'https://vault.stack.contoso.com' },
};

it('gives the form what makes the same cloud again', () => {
  expect(checkCloud(cloudDraftOf(cloud))).toEqual({ ok: true, value: cloud });
});

it('leaves empty what a cloud does not have', () => {
  expect(cloudDraftOf({ name: 'a', authority: 'https://a.example', resources: {} })).toEqual({
    ...emptyCloudDraft,
    name: 'a',
    authority: 'https://a.example',
  });
});

it('knows an AD FS by its address', () => {
  for (const address of ['https://sts.contoso.com/adfs', ' https://sts.contoso.com/ADFS/ '])
    expect(isAdfsAuthority(address)).toBe(true);
  for (const address of ['https://adfs', 'https://sts.contoso.com/adfs/oauth2', 'https://sts.contoso.com'])
    expect(isAdfsAuthority(address)).toBe(false);
});
