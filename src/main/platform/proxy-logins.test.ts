import { describe, expect, it } from 'vitest';
import { EncryptedDocument } from '../storage/encrypted-document';
import { FakeAsyncSafeStorage } from '../test-support/fake-safe-storage';
import { TemporaryPlace } from '../test-support/temporary-place';
import { ProxyLogins } from './proxy-logins';
import { ElectronSecretStorage } from './secret-storage';

const proxy = 'proxy.example:8080';
const login = { username: 'user-of-proxy', password: 'word-of-proxy' };

async function opened(place: TemporaryPlace, secrets: ElectronSecretStorage): Promise<ProxyLogins> {
  const { document } = await EncryptedDocument.open(place, 'proxy-logins', secrets);
  const logins = new ProxyLogins();
  logins.open(document);
  return logins;
}

function start() {
  const place = new TemporaryPlace();
  const secrets = new ElectronSecretStorage(new FakeAsyncSafeStorage(), 'linux');
  return { place, secrets, open: () => opened(place, secrets) };
}

describe('logins for proxies', () => {
  it('are there again after a restart when they are to be remembered', async () => {
    const { open } = start();
    await (await open()).set(proxy, login, true);
    const again = await open();
    expect(again.find(proxy)).toEqual(login);
    expect(again.find('proxy.example:3128')).toBeUndefined();
  });

  it('are in no file in clear, and not in the log', async () => {
    const { place, open } = start();
    await (await open()).set(proxy, login, true);
    const files = await place.files();
    expect(files).toEqual(['proxy-logins.json']);
    const texts = [...place.logged, ...(await Promise.all(files.map((file) => place.read(file))))];
    for (const text of texts) expect(text).not.toMatch(/user-of-proxy|word-of-proxy|proxy\.example/);
  });

  it('are gone with the program otherwise, and never on disk', async () => {
    const { place, open } = start();
    const logins = await open();
    await logins.set(proxy, login, false);
    expect(logins.find(proxy)).toEqual(login);
    expect(await place.files()).toEqual([]);
    expect((await open()).find(proxy)).toBeUndefined();
  });

  it('replace the remembered one, also when the new one is not to be kept', async () => {
    const { place, open } = start();
    await (await open()).set(proxy, login, true);
    const logins = await open();
    await logins.set(proxy, { ...login, password: 'newer' }, false);
    expect(logins.find(proxy)?.password).toBe('newer');
    expect(await place.files()).toEqual([]);
    expect((await open()).find(proxy)).toBeUndefined();
  });

  it('are all forgotten, in memory and on disk', async () => {
    const { place, open } = start();
    const logins = await open();
    await logins.set(proxy, login, true);
    await logins.set('other.example:80', login, false);
    await logins.forgetAll();
    expect(logins.find(proxy)).toBeUndefined();
    expect(logins.find('other.example:80')).toBeUndefined();
    expect(await place.files()).toEqual([]);
  });

  it('are the same object until another one is set, so that a refused one can be told', async () => {
    const logins = new ProxyLogins();
    await logins.set(proxy, login, false);
    const first = logins.find(proxy);
    expect(logins.find(proxy)).toBe(first);
    await logins.set(proxy, login, false);
    expect(logins.find(proxy)).not.toBe(first);
  });

  it('that make no sense are none', async () => {
    const { place, secrets, open } = start();
    const { document } = await EncryptedDocument.open(place, 'proxy-logins', secrets);
    await document.save('{"version":1,"proxies":{"proxy.example:8080":"secret"}}');
    expect((await open()).find(proxy)).toBeUndefined();
  });
});
