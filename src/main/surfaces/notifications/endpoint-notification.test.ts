import { describe, expect, it } from 'vitest';
import type { EndpointView } from '../../../shared/endpoint/endpoint-view';
import { snapshotWith } from '../../../shared/test-support/snapshots';
import { endpointNotifications } from './endpoint-notification';

const wish = (change: Partial<EndpointView['waiting'][number]> = {}) => ({
  consumerId: 'one',
  consumerName: 'my notebook',
  resource: 'https://vault.azure.net',
  on: 1000,
  ...change,
});

const withEndpoint = (change: Partial<EndpointView>) =>
  snapshotWith({
    endpoint: {
      state: 'running',
      consumers: [],
      inMemoryOnly: false,
      waiting: [],
      signInsNeeded: [],
      ...change,
    },
  });

const nothing = withEndpoint({});

describe('a program that wants something', () => {
  it('is told about once, and until it is decided', () => {
    const after = withEndpoint({ waiting: [wish()] });
    const [view, ...others] = endpointNotifications(nothing, after, false);
    expect(others).toEqual([]);
    expect(view).toMatchObject({
      title: '“my notebook” wants tokens for vault.azure.net',
      click: { name: 'showPage', args: { page: 'automation' } },
    });
    expect(endpointNotifications(after, withEndpoint({ waiting: [wish({ on: 2000 })] }), false)).toEqual([]);
    expect(view?.isOver(after, 0)).toBe(false);
    expect(view?.isOver(nothing, 0)).toBe(true);
  });

  it('signs in with a click', () => {
    const after = withEndpoint({ signInsNeeded: [wish()] });
    expect(endpointNotifications(nothing, after, false)).toMatchObject([
      {
        title: 'Sign in so that “my notebook” gets its tokens',
        click: {
          name: 'signInForConsumer',
          args: { consumerId: 'one', resource: 'https://vault.azure.net' },
        },
      },
    ]);
  });

  it('is told about again after a while, and not to whoever looks at the window', () => {
    const before = withEndpoint({ signInsNeeded: [wish()] });
    const later = withEndpoint({ signInsNeeded: [wish({ on: 1000 + 11 * 60_000 })] });
    expect(endpointNotifications(before, later, false)).toHaveLength(1);
    expect(endpointNotifications(nothing, before, true)).toEqual([]);
  });
});
