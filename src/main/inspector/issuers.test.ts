import { describe, expect, it } from 'vitest';
import { allClouds } from '../identity/clouds';
import { keySources } from './issuers';

const tenant = 'b45aa154-2868-4e56-9612-5fad43d4fc11';
const clouds = allClouds([
  { id: 'ciam', name: 'CIAM', authority: 'https://contoso.ciamlogin.com/', resources: {} },
  { id: 'hub', name: 'Azure Stack Hub', authority: 'https://login.hub.contoso.com/entra', resources: {} },
  { id: 'adfs', name: 'AD FS', authority: 'https://sts.contoso.com/adfs', resources: {} },
]);
const asked = (issuer: string, cloudId?: string) =>
  keySources(issuer, clouds, cloudId).map(({ configuration }) => configuration);
const end = '.well-known/openid-configuration';

describe('whose keys a token is checked with', () => {
  it.each([
    [
      `https://login.microsoftonline.com/${tenant}/v2.0`,
      [`https://login.microsoftonline.com/${tenant}/v2.0/${end}`],
    ],
    [
      `https://login.microsoftonline.us/${tenant}/v2.0`,
      [`https://login.microsoftonline.us/${tenant}/v2.0/${end}`],
    ],
    [
      `https://login.partner.microsoftonline.cn/${tenant}/v2.0`,
      [`https://login.partner.microsoftonline.cn/${tenant}/v2.0/${end}`],
    ],
    [`https://contoso.ciamlogin.com/${tenant}/v2.0`, [`https://contoso.ciamlogin.com/${tenant}/v2.0/${end}`]],
    [
      `https://login.hub.contoso.com/entra/${tenant}/v2.0`,
      [`https://login.hub.contoso.com/entra/${tenant}/v2.0/${end}`],
    ],
    [
      `https://sts.windows.net/${tenant}/`,
      [
        `https://login.microsoftonline.com/${tenant}/${end}`,
        `https://login.microsoftonline.us/${tenant}/${end}`,
      ],
    ],
    [
      `https://sts.chinacloudapi.cn/${tenant}/`,
      [`https://login.partner.microsoftonline.cn/${tenant}/${end}`],
    ],
    ['http://sts.contoso.com/adfs/services/trust', [`https://sts.contoso.com/adfs/${end}`]],
    ['https://sts.contoso.com/adfs', [`https://sts.contoso.com/adfs/${end}`]],
  ])('%s', (issuer, addresses) => {
    expect(asked(issuer)).toEqual(addresses);
  });

  it('is the cloud it was got from first, where several may be it', () => {
    expect(asked(`https://sts.windows.net/${tenant}/`, 'us-government')[0]).toContain('microsoftonline.us');
    expect(asked(`https://sts.hub.contoso.com/${tenant}/`, 'hub')).toEqual([
      `https://login.hub.contoso.com/entra/${tenant}/${end}`,
    ]);
    expect(asked('urn:federation:contoso', 'adfs')).toEqual([`https://sts.contoso.com/adfs/${end}`]);
  });

  it.each([
    'https://evil.example/v2.0',
    `https://evil.example/${tenant}/v2.0`,
    `https://login.microsoftonline.com.evil.example/${tenant}/v2.0`,
    `https://login.microsoftonline.com@evil.example/${tenant}/v2.0`,
    `https://evil.example/login.microsoftonline.com/${tenant}/v2.0`,
    `http://login.microsoftonline.com/${tenant}/v2.0`,
    `https://login.microsoftonline.com:444/${tenant}/v2.0`,
    'https://login.microsoftonline.com/../evil/v2.0',
    'https://login.microsoftonline.com/common/v2.0',
    `https://login.microsoftonline.com/${tenant}/v2.0/more`,
    `https://login.hub.contoso.com/${tenant}/v2.0`,
    `https://sts.windows.net.evil.example/${tenant}/`,
    `https://sts.evil.example/${tenant}/`,
    'file:///etc/passwd',
    'not an address',
    '',
  ])('is nobody’s who is not known: %s', (issuer) => {
    expect(asked(issuer)).toEqual([]);
  });
});
