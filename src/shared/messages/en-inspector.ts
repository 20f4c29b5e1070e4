import { inspectorClaims } from './en-inspector-claims';

/** The texts of the token inspector; the rules are those of `en.ts`. */
export const inspector = {
  ...inspectorClaims,

  'more-menu.inspect': 'Inspect a token…',
  'row.menu.inspect': 'Inspect token',

  'inspector.title': 'Inspect a token',
  'inspector.start-over': 'Start over',
  'inspector.tabs': 'Views of the token',
  'inspector.tab.claims': 'Claims',
  'inspector.tab.raw': 'Raw',
  'inspector.tab.compare': 'Compare',
  'inspector.pasted.name': 'Inspected',

  // Where the token comes from
  'inspector.source.lead': 'See whom a token is for, what it allows and when it ends.',
  'inspector.source.lead.second': 'Choose the token to compare with.',
  'inspector.source.paste': 'Paste a token',
  'inspector.source.example': 'A token, or what holds one: a header, JSON, an address, a command',
  'inspector.source.kept': 'Kept in memory only, for ten minutes at most, and gone when you leave this page.',
  'inspector.source.clipboard': 'From clipboard',
  'inspector.source.inspect': 'Inspect',
  'inspector.source.presets': 'Or take a preset’s token',
  'inspector.source.search': 'Search presets',
  'inspector.source.no-hits': 'No preset has that in its name or address.',
  'inspector.source.more':
    '{count, plural, one {# more preset. Search to find it.} other {# more presets. Search to find them.}}',
  'problem.inspect-empty': 'Paste a token first.',
  'problem.inspect-too-long':
    'That is too long to be looked through. Paste only the token, or the answer that it is in.',
  'problem.inspect-clipboard-empty': 'There is no text on the clipboard.',

  'inspector.origin.preset': 'Token of {name}',
  'inspector.origin.alone': 'Pasted',
  'inspector.origin.header': 'Pasted, from a header',
  'inspector.origin.json': 'Pasted, from JSON',
  'inspector.origin.address': 'Pasted, from an address',
  'inspector.origin.text': 'Pasted, from a longer text',
  'inspector.origin.others':
    '{count, plural, one {# other token in it was left out.} other {# other tokens in it were left out.}}',

  // Summary
  'inspector.summary': 'Summary',
  'inspector.badge.access': 'Access token',
  'inspector.badge.id': 'ID token',
  'inspector.badge.unknown': 'Token',
  'inspector.badge.version': 'Version {version}',
  'inspector.badge.guest': 'Guest',
  'inspector.badge.app': 'App only',
  'inspector.badge.second-factor': 'Second factor',
  'inspector.badge.continuous': 'Continuous access',
  'inspector.nobody': 'Nobody named',
  'inspector.an-app': 'An application',
  'inspector.no-end': 'No end',
  'inspector.not-yet': 'Good in {time}',
  'inspector.fact.tenant': 'Tenant',
  'inspector.fact.audience': 'For',
  'inspector.fact.client': 'Through',
  'inspector.fact.scopes': 'Scopes',
  'inspector.fact.roles': 'Roles',
  'inspector.fact.directory-roles': 'Directory roles',
  'inspector.fact.object': 'Object ID',
  'inspector.fact.issued': 'Issued',
  'inspector.fact.valid-from': 'Valid from',
  'inspector.fact.expires': 'Ends',
  'inspector.fact.second-factor': 'Second factor',
  'inspector.fact.contexts': 'Extra steps',
  'inspector.fact.withdrawal': 'Withdrawal',
  'inspector.fact.home': 'Signed in by',
  'inspector.fact.device': 'Device',
  'inspector.fact.address': 'From address',
  'inspector.proof.none': 'Public client: it proves nothing about itself',
  'inspector.proof.secret': 'Signed in with a secret',
  'inspector.proof.certificate': 'Signed in with a certificate',
  'inspector.second-factor.done': 'Shown',
  'inspector.second-factor.not-done': 'Not shown',
  'inspector.second-factor.unknown': 'Not said',
  'inspector.methods': 'By {methods}',
  'inspector.method.pwd': 'password',
  'inspector.method.mfa': 'a second factor',
  'inspector.method.ngcmfa': 'a second factor of Windows Hello',
  'inspector.method.rsa': 'a certificate or the Authenticator app',
  'inspector.method.fido': 'a security key or passkey',
  'inspector.method.otp': 'a one-time code',
  'inspector.method.sms': 'a text message',
  'inspector.method.wia': 'Windows sign-in',
  'inspector.method.fed': 'another organisation’s sign-in',
  'inspector.method.hwk': 'a hardware key',
  'inspector.continuous.yes': 'May end at any time: the API can withdraw it, so it lives longer',
  'inspector.guest': 'A guest of this tenant',

  // What to look out for
  'inspector.warning.unsigned':
    'This token has no signature. Anybody can have written it, and no API should take it.',
  'inspector.warning.repeated-names':
    'It has a name more than once: {names}. Programs differ in which value they take.',
  'inspector.warning.big-numbers':
    'It has numbers that most programs round: {names}. Here they are as written.',
  'inspector.warning.distributed-claims': 'Too long for the token, to be asked for elsewhere: {names}.',
  'inspector.warning.holds-tokens': 'It has another token inside, which is not shown.',
  'inspector.warning.times-crossed': 'It ends before it begins.',
  'inspector.warning.id-token': 'An ID token says who somebody is. APIs want an access token instead.',
  'inspector.warning.refresh-token': 'It was called a refresh token. Keep it as safe as a password.',
  'inspector.warning.clock': 'By this computer’s clock it was issued {span} from now. The clock may be slow.',

  // No claims to see
  'inspector.encrypted.title': 'This token is encrypted',
  'inspector.encrypted.text': 'Only the API it is for can read it. Its header is all there is to see.',
  'inspector.opaque.title': 'Nothing to read in this',
  'inspector.opaque.length': '{count, plural, one {It is # letter long.} other {It is # letters long.}}',
  'inspector.opaque.guid': 'It looks like a GUID: the ID of a tenant, an app or an object. It is no token.',
  'inspector.opaque.refresh-token':
    'It looks like a refresh token or a sign-in code of Microsoft’s. Only Microsoft can read it. Keep it as safe as a password.',
  'inspector.opaque.personal-account-token':
    'It looks like a token of a personal Microsoft account. Only Microsoft’s services can read it.',
  'inspector.opaque.personal-access-token':
    'It looks like a personal access token of Azure DevOps or GitHub. It has no claims. Keep it as safe as a password.',
  'inspector.opaque.client-secret':
    'It looks like the secret of an app registration. It is no token. Keep it as safe as a password.',
  'inspector.opaque.shared-access-signature':
    'It looks like a shared access signature of Azure Storage or Service Bus. It is no token of Entra’s.',
  'inspector.opaque.account-key':
    'It looks like an account key of Azure. It is no token. Keep it as safe as a password.',
  'inspector.opaque.saml': 'It looks like SAML, an older kind of token in XML.',
  'inspector.opaque.address': 'It looks like an address without a token in it.',
  'inspector.opaque.words': 'There is no token in this text.',
  'inspector.opaque.unknown': 'It is no JSON Web Token. Only who has made it knows what it means.',
  'inspector.malformed.title': 'This token is damaged',
  'inspector.malformed.parts':
    '{count, plural, one {It has # part.} other {It has # parts.}} A token has three, with dots between. Some of it may not have been copied.',
  'inspector.malformed.base64-letter': '{part} has a letter that does not belong there: letter {place}.',
  'inspector.malformed.base64-length':
    '{part} has a letter too few or too many. Some of it may not have been copied.',
  'inspector.malformed.base64-ending':
    '{part} ends with a letter that no issuer would write. It was changed or cut off.',
  'inspector.malformed.utf-8': '{part} is not text (UTF-8).',
  'inspector.malformed.json': '{part} is not JSON. The fault is at letter {place} of its text.',
  'inspector.malformed.json-too-deep': '{part} is nested deeper than any token is.',
  'inspector.malformed.not-an-object': '{part} is JSON, but not an object.',
  'inspector.part.header': 'Header',
  'inspector.part.payload': 'Payload',
  'inspector.part.signature': 'Signature',

  // Signature
  'inspector.signature': 'Signature',
  'inspector.verify': 'Verify',
  'inspector.verify.again': 'Verify again',
  'inspector.unchecked': 'Not checked yet. Verify asks the issuer for its keys; the token stays here.',
  'inspector.checking': 'Checking with the issuer’s keys…',
  'inspector.good': 'Good: signed by {by}, and nothing was changed since.',
  'inspector.good.key': 'Key {key}',
  'inspector.not-good.unsigned': 'Not good: there is no signature.',
  'inspector.not-good.signature': 'Not good: the token was changed, or somebody else has signed it.',
  'inspector.not-good.other-issuer': 'Not good: the key belongs to another tenant.',
  'inspector.cannot.graph-only':
    'Cannot be checked here: this token is for Microsoft Graph, which alone can check its tokens.',
  'inspector.cannot.issuer-missing': 'Cannot be checked: the token does not say who has issued it.',
  'inspector.cannot.issuer-unknown':
    'Cannot be checked: its issuer is no cloud that Token Tray knows. Nobody was asked. You can add the cloud on the Accounts page.',
  'inspector.cannot.issuer-differs':
    'Cannot be checked: the cloud at that address calls itself something else.',
  'inspector.cannot.tenant-not-found': 'Cannot be checked: its cloud knows no such tenant.',
  'inspector.cannot.key-not-found':
    'Cannot be checked: the issuer no longer publishes the key, or never did. Keys are replaced from time to time.',
  'inspector.cannot.algorithm':
    'Cannot be checked: it is signed in a way that needs a shared secret, or that Token Tray does not know.',
  'inspector.cannot.offline': 'Cannot be checked now: the issuer could not be reached.',
  'inspector.cannot.unexpected-answer': 'Cannot be checked now: the issuer’s answer had no keys in it.',

  // The token itself
  'inspector.token': 'The token itself',
  'inspector.reveal': 'Reveal',
  'inspector.hide': 'Hide',
  'inspector.reveal.text': 'Shown until you click elsewhere, for 30 seconds at most.',
  'inspector.reveal.field': 'The token',
  'inspector.reveal.hidden': 'The token is hidden again',
  'inspector.copy-token': 'Copy token',
  'inspector.copied': 'Copied',

  // Claims
  'inspector.claims': 'Claims',
  'inspector.header-claims': 'Header',
  'inspector.search': 'Search claims',
  'inspector.search.clear': 'Clear the search',
  'inspector.search.count': '{count, plural, one {# claim found} other {# claims found}}',
  'inspector.search.none': 'No claim has that in its name or value.',
  'inspector.copy-claim': 'Copy {name}',
  'inspector.copied-claim': 'Copied',
  'inspector.repeated': 'more than once',
  'inspector.copy-header': 'Copy header',
  'inspector.copy-payload': 'Copy payload',
  'inspector.empty-claims': 'There is nothing in it.',
  'inspector.more-claims':
    '{count, plural, one {# more claim is under Raw.} other {# more claims are under Raw.}}',

  // Comparing
  'inspector.compare': 'Compare',
  'inspector.compare.first': 'First',
  'inspector.compare.second': 'Second',
  'inspector.compare.remove': 'Remove {name} from the comparison',
  'inspector.compare.only-different': 'Only what differs',
  'inspector.compare.ignore-times': 'Ignore times and token IDs',
  'inspector.compare.count': '{count, plural, one {# claim differs} other {# claims differ}}',
  'inspector.compare.none': 'No claim differs',
  'inspector.compare.nothing-shown': 'All claims are the same.',
  'inspector.compare.unreadable': 'Only two tokens that can be read can be compared.',
  'inspector.difference.same': 'Same',
  'inspector.difference.different': 'Different',
  'inspector.difference.only-first': 'Only in the first',
  'inspector.difference.only-second': 'Only in the second',
  'inspector.absent': 'Not there',
} as const satisfies Record<string, string>;
