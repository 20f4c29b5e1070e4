/** The texts about managed settings; the rules are those of `en.ts`. `managed.wrong.*` is read by administrators. */
export const managed = {
  'managed.your-organisation': 'your organisation',
  'managed.set-by': 'Set by {organisation}',
  'managed.banner.locked': 'Some settings are managed by {organisation}.',
  'managed.banner.given': 'Token Tray was set up by {organisation}.',
  'managed.banner.contact': 'Questions: {contact}',
  'notice.managed-settings-wrong':
    'Your organisation’s settings were not used. {where} Tell your administrator.',
  'managed.where': '{file}, line {line}: {reason}',
  'managed.where.member': '{file}, line {line}, {path}: {reason}',
  'managed.where.file': '{file}: {reason}',

  // The file as a whole
  'managed.wrong.not-there': 'There is no such file.',
  'managed.wrong.no-file': 'This is no file.',
  'managed.wrong.not-readable': 'The file cannot be read.',
  'managed.wrong.too-large': 'The file is larger than 1 MiB.',
  'managed.wrong.writable':
    'Users who are no administrators may write to this file, so anybody could have put it there; take that permission away (chmod 644).',

  // JSON

  // Members
  'managed.wrong.secret':
    'No secret may stand in this file, since everybody on this computer can read it; take “{name}” out, and each person enters theirs in Token Tray.',
  'managed.expected.source': 'an https address without user name, or the absolute path of a file',
  'managed.expected.id':
    'a text of at most 50 small letters a–z, digits and hyphens, which begins with a letter or digit',
  'managed.expected.cloud-id':
    'the id of a cloud: “public”, “us-government”, “china”, or that of one of “clouds” (small letters a–z, digits and hyphens)',
  'managed.expected.authority':
    'an https address without a tenant, such as https://login.example.com, or https://adfs.example.com/adfs for an AD FS',
  'managed.expected.https': 'an https address without user name, query or fragment',
  'managed.expected.hotkey': 'a hotkey such as “CommandOrControl+Alt+T”, or null for none',
  'managed.expected.clipboard-clears-after':
    '0 for never, or a whole number of seconds from {least} to {most}',
  'managed.expected.notify-before-end': 'a whole number of minutes from 0 (never) to {most}',
  'managed.expected.tenant-id': 'the ID of a tenant, such as 12345678-90ab-cdef-1234-567890abcdef',
  'managed.expected.tenant':
    'the ID of a tenant, one of its domains such as contoso.com, or “organizations” for accounts of any',
  'managed.expected.one-tenant': 'the ID of a tenant or one of its domains such as contoso.com',
  'managed.expected.client-id': 'an application (client) ID, such as 12345678-90ab-cdef-1234-567890abcdef',
  'managed.expected.azure-cli-client-id': 'left out, or Azure CLI’s own id, {id}',

  // What does not go together
  'managed.wrong.id-taken': 'There is another one with the id “{id}”.',
  'managed.wrong.built-in-cloud': '“{id}” is built in and cannot be described anew; choose another id.',
  'managed.wrong.unknown-cloud': 'There is no cloud “{id}”, neither built in nor among “clouds”.',
  'managed.wrong.demo-cloud': 'The demo tenant is not for this; choose another cloud.',
  'managed.wrong.unknown-client': 'There is no “{id}” among “clientApplications”.',
  'managed.wrong.azure-cli-cloud':
    'Azure CLI’s client is not known at an AD FS or in another custom cloud; use kind “organisation” there.',
  'managed.wrong.client-forbidden':
    '“forbid” does not allow this kind of client application; take one of the two out.',
  'managed.wrong.nothing-left':
    'This forbids every way to sign in; allow one, or add to “clientApplications”.',
  'managed.wrong.both-flows': 'This forbids both ways to sign in; leave one.',
  'managed.wrong.all-formats': 'This forbids everything that can be copied; leave something.',
  'managed.wrong.flow-forbidden': 'This uses a way to sign in that “forbid” does not allow.',
  'managed.wrong.format-forbidden': 'This is a format that “forbid” does not allow.',
  'managed.wrong.fixed-and-default':
    '“{name}” is among “settings”, too, where its value is fixed; leave it in one of them.',
  'managed.wrong.resource-and-scopes': '“resource” and “scopes” say the same in two ways; leave one of them.',
  'managed.wrong.access-missing': '“resource” is missing: what the token is for.',
  'managed.wrong.no-targets': 'This names no cloud, so nobody would ever see the preset.',
  'managed.wrong.targets-and': '“{name}” belongs into each of “targets” here.',
  'managed.wrong.client-cloud-missing':
    'This has nothing for “{cloud}”, the cloud of its client application, so nobody would ever see the preset.',
  'managed.wrong.authorization-header': 'Token Tray adds the Authorization header itself; take it out.',
} as const satisfies Record<string, string>;
