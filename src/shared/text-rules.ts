/** Small rules about text that several borders share. */

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const domain =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/i;
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isGuid = (text: string): boolean => guid.test(text);

/** A verified domain names a tenant as well as its GUID does. */
export const isDomain = (text: string): boolean => domain.test(text);

export const isLoopbackHost = (hostname: string): boolean => loopbackHosts.has(hostname);
