import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pageFile } from './page-files';
import { pageOrigin } from './trusted-sender';

const folder = join('/', 'opt', 'token-tray', 'renderer');

describe('the file of a page address', () => {
  it('is the one below the folder of pages', () => {
    const file = join(folder, 'main-window', 'index.html');
    expect(pageFile(folder, `${pageOrigin}/main-window/index.html`)).toBe(file);
    expect(pageFile(folder, `${pageOrigin}/main-window/index.html?theme=dark#top`)).toBe(file);
    expect(pageFile(folder, `${pageOrigin}/a%20b/%C3%A9.js`)).toBe(join(folder, 'a b', 'é.js'));
  });

  it.each([
    '/..%2fsecret',
    '/..%2f..%2f..%2fetc/passwd',
    '/a/..%2f..%2fsecret',
    '/..%2frenderer-of-somebody-else/x.js',
    '/%2e%2e%2fsecret',
    '/a%00.html',
    '/%E0%A4%A',
  ])('%s leads nowhere', (path) => {
    expect(pageFile(folder, `${pageOrigin}${path}`)).toBeUndefined();
  });

  it('never leaves the folder, however the address is written', () => {
    for (const up of ['..', '%2e%2e', '.%2e', '..%2f..', '%2e%2e%2f%2e%2e']) {
      const file = pageFile(folder, `${pageOrigin}/${up}/etc/passwd`);
      expect(file === undefined || file.startsWith(folder)).toBe(true);
    }
  });

  it('is none for another origin, and for what is no address', () => {
    const others = [
      'app://other/index.html',
      'https://token-tray/index.html',
      'file:///etc/passwd',
      'index.html',
      '',
    ];
    expect(others.map((address) => pageFile(folder, address))).toEqual(others.map(() => undefined));
  });
});

describe('the rules for what a page may load', () => {
  it('forbid everything that is not named, and scripts and connections from elsewhere', () => {
    const rules = new Map(
      contentSecurityPolicy.split('; ').map((rule): [string, string[]] => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources];
      }),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    for (const name of ['script-src', 'connect-src']) expect(rules.get(name)).toEqual(["'self'"]);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(rules.get(name)).toEqual(["'none'"]);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});
