import { describe, expect, it } from 'vitest';
import { announcements } from './announcements';

const minute = 60_000;
const expiresOn = 100 * minute;
const graph = { name: 'Graph', token: { expiresOn } };
const said = (before: number, now: number) => announcements([graph], before, now);

describe('announcements', () => {
  it('come at five minutes, one minute and the end, once each, and never in between', () => {
    const heard: [number, number][] = [];
    for (let now = expiresOn - 10 * minute; now < expiresOn + 10 * minute; now += 1000)
      for (const { minutesLeft } of said(now - 1000, now)) heard.push([now, minutesLeft]);
    expect(heard).toEqual([
      [expiresOn - 5 * minute, 5],
      [expiresOn - minute, 1],
      [expiresOn, 0],
    ]);
  });

  it('miss none when ticks come late or off the full second', () => {
    expect(said(expiresOn - 1700, expiresOn + 650)).toEqual([{ name: 'Graph', minutesLeft: 0 }]);
  });

  it('tell no old news after the window was hidden', () => {
    expect(said(expiresOn - 30 * minute, expiresOn + 30 * minute)).toEqual([]);
    expect(said(expiresOn - 30 * minute, expiresOn + 3000)).toEqual([{ name: 'Graph', minutesLeft: 0 }]);
  });

  it('speak of each token that is watched, and of none that is not there', () => {
    const vault = { name: 'Vault', token: { expiresOn: expiresOn + 4 * minute } };
    expect(
      announcements([{ name: 'None' }, graph, vault], expiresOn - minute - 500, expiresOn - minute),
    ).toEqual([
      { name: 'Graph', minutesLeft: 1 },
      { name: 'Vault', minutesLeft: 5 },
    ]);
  });

  it('leave a token alone that was renewed', () => {
    const renewed = { name: 'Graph', token: { expiresOn: expiresOn + 60 * minute } };
    expect(announcements([renewed], expiresOn - 1000, expiresOn)).toEqual([]);
  });
});
