/**
 * The texts about failures; the rules are those of `en.ts`. `what` is for somebody who has never heard of OAuth, `do` is
 * what helps, in one to three short sentences. A name with a capital first letter begins a sentence.
 */
export const failures = {
  // Signing in again helps
  'failure.sign-in-needed.what': 'You need to sign in again to use {preset}.',
  'failure.sign-in-needed.do': 'Your session has ended. Sign in once more in the browser.',
  'failure.session-ended.what': 'Your sign-in for {preset} has run out.',
  'failure.session-ended.do': 'That is usual after a while without use. Sign in once, and it works again.',
  'failure.session-revoked.what': '{Tenant} has ended your earlier sign-in.',
  'failure.session-revoked.do':
    'The password was changed, or somebody has signed you out everywhere. Sign in again to use {preset}.',
  'failure.sign-in-frequency.what': '{Tenant} wants you to sign in again from time to time, and it is time.',
  'failure.sign-in-frequency.do':
    'This is a policy of your organisation, and nothing is wrong. Sign in to go on.',
  'failure.password-expired.what': 'The password of {account} has expired.',
  'failure.password-expired.do':
    'Sign in: the page in the browser lets you choose a new one, or says where to do it.',
  'failure.wrong-password.what': 'The user name or the password was wrong.',
  'failure.wrong-password.do': 'Sign in again and check both.',
  'failure.account-locked.what': '{Account} is locked for now.',
  'failure.account-locked.do':
    'That comes of too many wrong passwords, or of the network you are in. Wait some minutes, then sign in. An administrator can see the reason.',
  'failure.account-disabled.what': '{Account} is switched off.',
  'failure.account-disabled.do':
    'Only an administrator can switch it on again. If you have another account, use that one.',
  'failure.second-factor.what': '{Tenant} needs a second factor before it gives a token for {preset}.',
  'failure.second-factor.do':
    'Sign in for it and confirm with your phone, your security key or your fingerprint.',
  'failure.second-factor-stale.what': '{Tenant} wants you to confirm once more that it is you.',
  'failure.second-factor-stale.do':
    'Your last second factor is too long ago for {preset}. Sign in for it and confirm again.',
  'failure.second-factor-missing.what': '{Tenant} wants you to set up a second factor first.',
  'failure.second-factor-missing.do':
    'Sign in and follow the steps in the browser. You need your phone or a security key, and a few minutes.',
  'failure.second-factor-external.what':
    '{Tenant} needs one more confirmation before it gives a token for {preset}.',
  'failure.second-factor-external.do':
    'Sign in for it. The browser goes on to another page, where you confirm that it is you.',

  // Devices
  'failure.device-not-managed.what': '{Tenant} gives tokens for {preset} only on computers that it manages.',
  'failure.device-not-managed.do':
    'Use a computer that your organisation has set up, or ask its IT department to set up this one.',
  'failure.device-sign-in.what': '{Tenant} gives tokens for {preset} only on computers that it manages.',
  'failure.device-sign-in.do':
    'If this is one, sign in with the browser it was set up with. If not, ask the IT department to set it up.',
  'failure.device-unseen.what': '{Tenant} gives tokens for {preset} only on computers that it manages.',
  'failure.device-unseen.do':
    'A sign-in with a code cannot show which computer this is. Use the browser, which can.',

  // Rules that say no
  'failure.blocked.what': 'A policy of {tenant} does not allow a token for {preset} here.',
  'failure.blocked.do':
    'Signing in again will not change that. Copy the details for your administrator, who can see which policy it was.',
  'failure.blocked-client.what': 'A policy of {tenant} does not allow a token for {preset} here.',
  'failure.blocked-client.do':
    'Many organisations block Azure CLI’s client, and let their own apps through. Use one of those, or copy the details for your administrator.',
  'failure.blocked-device-code.what': 'A policy of {tenant} does not allow this sign-in with a code.',
  'failure.blocked-device-code.do':
    'Many organisations allow sign-ins in the browser only. Use the browser. If that is blocked, too, copy the details for your administrator.',
  'failure.client-not-approved.what': '{Tenant} gives tokens for {preset} to approved apps only.',
  'failure.client-not-approved.do':
    '{Client} is not one of them. Use another client application, or ask your administrator to approve it.',
  'failure.not-assigned.what': '{Account} is not on the list of people who may use this.',
  'failure.not-assigned.do':
    'The owner of {client} or of {preset} can add you. If you have another account that is on it, use that one.',
  'failure.tenant-restricted.what': 'This network does not let you sign in to {tenant}.',
  'failure.tenant-restricted.do':
    'The organisation that runs this network allows only some others. Ask its IT department, or use another network.',
  'failure.cross-tenant.what': 'A policy about accounts from outside keeps {account} out of {tenant}.',
  'failure.cross-tenant.do':
    'Either your own organisation or the other one has it. Copy the details for your administrator, who can see which.',

  // Whose account, which tenant, which cloud
  'failure.account-not-in-tenant.what': '{Tenant} does not know {account}.',
  'failure.account-not-in-tenant.do':
    'Use another account or another tenant. If it is the right one, ask to be invited there as a guest.',
  'failure.tenant-needed.what': 'The sign-in service cannot tell which organisation you mean.',
  'failure.tenant-needed.do': 'Give {client} the ID or a domain of your tenant, then sign in.',
  'failure.single-tenant-client.what': '{Client} belongs to one organisation, and none was named.',
  'failure.single-tenant-client.do':
    'Give it the ID or a domain of that organisation’s tenant, then sign in.',
  'failure.tenant.what': '{Tenant} was not found in {cloud}.',
  'failure.tenant.do':
    'Check the spelling of the tenant. If it is right, the organisation may be in another cloud.',
  'failure.cloud.what': 'Your organisation is in another cloud than {cloud}.',
  'failure.cloud.do':
    'Some organisations, such as governments, have a cloud of their own. Switch to it and sign in there.',
  'failure.cloud-address.what': 'What answers for {cloud} is not its sign-in service.',
  'failure.cloud-address.do':
    'The address of this cloud may be wrong, or something on the network answers in its place. Check the address, or copy the details for your administrator.',
  'failure.wrong-tenant.what': 'The token for {preset} came from another organisation than {tenant}.',
  'failure.wrong-tenant.do': 'Nothing was copied. Sign in for {tenant}, or choose another tenant.',
  'failure.wrong-account.what': 'Somebody else signed in than {preset} is meant for.',
  'failure.wrong-account.do':
    'Nothing was copied. Sign in with the account that this preset has fixed, or let it use another.',

  // Permissions
  'failure.consent.what': 'Nobody has allowed {client} to use {preset} for you yet.',
  'failure.consent.do':
    'Sign in and accept it. If the page says that you need an administrator, send one the link for approval.',
  'failure.consent-without-link.what': 'Nobody has allowed {client} to use {preset} for you yet.',
  'failure.consent-without-link.do':
    'Sign in and accept it. If the page says that you need an administrator, ask yours.',
  'failure.consent-declined.what': 'The permission to use {preset} was declined.',
  'failure.consent-declined.do': 'If that was not what you wanted, sign in again and accept it.',
  'failure.admin-consent.what': 'Only an administrator can allow {client} to use {preset}.',
  'failure.admin-consent.do':
    'Send the link to one, and sign in again after they have approved. The page it ends on may be empty; that is all right.',
  'failure.admin-consent-without-link.what': 'Only an administrator can allow {client} to use {preset}.',
  'failure.admin-consent-without-link.do':
    'Ask yours to approve it, and sign in again afterwards. Or use another client application.',
  'failure.not-preauthorised.what': '{Client} is not made for {preset}.',
  'failure.not-preauthorised.do':
    'It is Microsoft’s own app, with permissions that nobody else can change. Use an app of your organisation for this preset.',
  'failure.service-not-enabled.what': '{Tenant} has not subscribed to {preset}.',
  'failure.service-not-enabled.do':
    'An administrator has to switch the service on for the organisation. Copy the details for them.',
  'failure.permission-missing.what': '{Client} is not set up to use {preset}.',
  'failure.permission-missing.do':
    'Add the API’s permission to the app registration, or ask its owner to do that. Then try again.',

  // The client application and its credential
  'failure.client-not-found.what': '{Tenant} does not know {client}.',
  'failure.client-not-found.do':
    'Check the client ID and the tenant. If both are right, an administrator has to add the app to this tenant.',
  'failure.client-disabled.what': '{Client} is switched off.',
  'failure.client-disabled.do':
    'Only its owner or an administrator can switch it on. Until then, use another client application.',
  'failure.public-client-off.what': '{Client} is not set up for sign-ins from a desktop program.',
  'failure.public-client-off.do':
    'In its registration, under “Authentication”, set “Allow public client flows” to “Yes”. The steps show where.',
  'failure.redirect-missing.what': '{Client} is not set up for sign-ins in the browser.',
  'failure.redirect-missing.do':
    'Add http://localhost to its registration under “Mobile and desktop applications”. The steps show where.',
  'failure.credential.what': '{Tenant} does not accept the secret or certificate of {client}.',
  'failure.credential.do': 'Enter it again, or make a new one in the app registration.',
  'failure.credential-missing.what': 'The secret or certificate of {client} is not on this computer.',
  'failure.credential-missing.do': 'Enter it again. Everything else is as you left it.',
  'failure.secret-wrong.what': 'The secret of {client} is wrong.',
  'failure.secret-wrong.do':
    'Enter the secret’s value and not its ID. The value is shown only when a secret is made; if nobody kept it, make a new one.',
  'failure.secret-expired.what': 'The secret of {client} has expired.',
  'failure.secret-expired.do': 'Make a new one in the app registration, and enter its value here.',
  'failure.certificate-unknown.what': '{Tenant} does not know the certificate of {client}.',
  'failure.certificate-unknown.do':
    'Upload it to the app registration, or enter the one that is there. Then try again.',
  'failure.service-principal.what': '{Tenant} does not give {client} a token for {preset}.',
  'failure.service-principal.do':
    'No person can sign in for a service principal. Check its permissions and its credential, or copy the details for your administrator.',

  // What was asked for
  'failure.resource.what': '{Tenant} does not know what {preset} stands for.',
  'failure.resource.do':
    'Check the spelling of the resource. If it is right, the API may be in another tenant or cloud, or nobody uses it here yet.',
  'failure.scope.what': '{Preset} asks for something that cannot be had.',
  'failure.scope.do':
    'A token is for one API. Edit the preset: give the resource as its API names it, with a slash at its end if it has one, or permissions of this API only.',
  'failure.invalid-request.what': 'The sign-in service did not understand the request for {preset}.',
  'failure.invalid-request.do':
    'Trying again will hardly help. Check the preset and the client application, or copy the details for your administrator.',
  'failure.request-loop.what': 'The sign-in service has had too many requests for {preset}.',
  'failure.request-loop.do':
    'Wait some minutes, then try again. If this comes back, please report it as a fault of Token Tray.',

  // On the way through browser or code
  'failure.declined.what': 'The sign-in for {preset} was declined.',
  'failure.declined.do': 'If that was not what you wanted, sign in again.',
  'failure.timed-out.what': 'Nobody finished the sign-in for {preset} in time.',
  'failure.timed-out.do':
    'The browser had five minutes. Sign in when you are ready. If the browser showed an error, its text helps your administrator.',
  'failure.no-browser.what': 'This computer could not open a browser.',
  'failure.no-browser.do': 'Sign in with a code instead, in the browser of any computer or phone.',
  'failure.device-code-expired.what': 'Nobody used the code for {preset} in time.',
  'failure.device-code-expired.do':
    'A code is good for about a quarter of an hour. Get a new one, or use the browser.',
  'failure.device-code-wrong.what': 'The code for {preset} was not recognised.',
  'failure.device-code-wrong.do': 'It was mistyped, or was used before. Get a new one, or use the browser.',
  'failure.device-code-pending.what': 'Nobody has entered the code for {preset} yet.',
  'failure.device-code-pending.do': 'Get a new code and enter it on the page that opens, or use the browser.',

  // This computer and its network
  'failure.offline.what': 'This computer seems to be offline.',
  'failure.offline.do': 'Nothing was copied. Connect to the network and try again.',
  'failure.host-not-found.what': '{Host} was not found.',
  'failure.host-not-found.do':
    'This computer may be offline, or its network may not know that address. Check the network and try again.',
  'failure.network.what': '{Host} could not be reached.',
  'failure.network.do': 'A firewall, a VPN or a proxy may be in the way. Check the network and try again.',
  'failure.network-timeout.what': '{Host} did not answer in time.',
  'failure.network-timeout.do': 'The network may be slow, or a firewall may be in the way. Try again.',
  'failure.unexpected-answer.what': '{Host} did not answer as a sign-in service does.',
  'failure.unexpected-answer.do':
    'A Wi-Fi sign-in page or a proxy may have answered in its place. Open the page to see, then try again.',
  'failure.captive-portal.what': 'This network wants you to sign in to it first.',
  'failure.captive-portal.do':
    'Networks of hotels, trains and guests do that. Open their page in the browser, follow the steps there, then try again.',
  'failure.proxy-unreachable.what': 'The proxy of this network does not let {host} through.',
  'failure.proxy-unreachable.do':
    'It may be down, or your system’s proxy settings may be wrong. Check them, or ask whoever runs the network.',
  'failure.proxy-login.what': 'The proxy {proxy} wants a user name and a password.',
  'failure.proxy-login.do': 'Enter those for your network. Token Tray gives them to this proxy only.',
  'failure.proxy-login-wrong.what': 'The proxy {proxy} did not accept the user name and the password.',
  'failure.proxy-login-wrong.do':
    'Check both and enter them again. Token Tray gives them to this proxy only.',
  'failure.certificate.what': 'This computer does not trust the connection to {host}.',
  'failure.certificate.do':
    'Its certificate comes from {issuer}. If that is your organisation’s, ask the IT department to make this computer trust it. If not, use another network.',
  'failure.certificate-expired.what': 'The certificate of {host} is not valid today.',
  'failure.certificate-expired.do':
    'It ends on {until}. If the date of this computer is right, ask whoever runs {host} or this network to renew it.',
  'failure.certificate-name.what': 'The certificate of {host} belongs to somebody else.',
  'failure.certificate-name.do':
    'Something may answer in its place; the certificate comes from {issuer}. Use another network, or ask the IT department.',
  'failure.clock-skew.what': 'The clock of this computer is {skew}.',
  'failure.clock-skew.do':
    'Sign-ins need the right time. Let the system set its clock by itself, or set it by hand, then try again.',
  'failure.keyring-locked.what': 'Your keyring is locked, so saved sign-ins cannot be read.',
  'failure.keyring-locked.do': 'Unlock it, then try again. Nothing is lost.',

  // The service itself
  'failure.busy.what': 'The sign-in service is busy.',
  'failure.busy.do': 'Wait a minute, then try again.',
  'failure.throttled.what': 'The sign-in service asks for a pause.',
  'failure.throttled.do': 'It has had too many requests from here. Try again when the pause is over.',
  'failure.unknown.what': 'Getting a token for {preset} did not work.',
  'failure.unknown.do': 'Try again. If it stays like this, copy the details for your administrator.',

  // What things are called whose names are not known
  'failure.name.preset': 'your account',
  'failure.name.preset.first': 'Your account',
  'failure.name.tenant': 'your organisation',
  'failure.name.tenant.first': 'Your organisation',
  'failure.name.client': 'this client application',
  'failure.name.client.first': 'This client application',
  'failure.name.cloud': 'this cloud',
  'failure.name.account': 'this account',
  'failure.name.account.first': 'This account',
  'failure.name.host': 'the sign-in service',
  'failure.name.host.first': 'The sign-in service',
  'failure.name.issuer': 'an unknown issuer',
  'failure.name.until': 'a date that is not known',
  'failure.name.proxy': 'of this network',
  'failure.skew.ahead': '{span} ahead',
  'failure.skew.behind': '{span} behind',
  'failure.skew.unknown': 'wrong',

  // The sheet
  'failure-sheet.sign-in': 'Sign in',
  'failure-sheet.retry': 'Try again',
  'failure-sheet.retry-in': 'Try again in {time}',
  'failure-sheet.change-client': 'Change the client application',
  'failure-sheet.edit-preset': 'Edit the preset',
  'failure-sheet.other-account': 'Use another account',
  'failure-sheet.choose-tenant': 'Choose a tenant',
  'failure-sheet.switch-cloud': 'Switch cloud',
  'failure-sheet.admin-consent': 'Approve as administrator',
  'failure-sheet.copy-consent-link': 'Copy the link for approval',
  'failure-sheet.use-browser': 'Use the browser',
  'failure-sheet.use-device-code': 'Use a code',
  'failure-sheet.public-client-hint': 'Show the steps',
  'failure-sheet.edit-credential': 'Enter secret or certificate',
  'failure-sheet.proxy-login': 'Log in to the proxy',
  'failure-sheet.open-sign-in-page': 'Open the page',
  'failure-sheet.retry-keyring': 'Try again',
  'failure-sheet.app-registrations': 'Open app registrations',
  'failure-sheet.error-code': 'What Microsoft says about this code',
  'failure-sheet.proxy.username': 'User name',
  'failure-sheet.proxy.password': 'Password',
  'failure-sheet.proxy.remember': 'Remember on this computer',
  'failure-sheet.proxy.missing': 'Enter the user name.',
  'failure-sheet.details': 'Details',
  'failure-sheet.copy': 'Copy for my administrator',
  'failure-sheet.copied': 'Copied',
  'failure-sheet.close': 'Close',

  // Its details, on the sheet and in what is copied for an administrator
  'failure-details.code': 'Code',
  'failure-details.error': 'Error',
  'failure-details.correlation-id': 'Correlation ID',
  'failure-details.trace-id': 'Trace ID',
  'failure-details.time': 'Time',
  'failure-details.client': 'Client application',
  'failure-details.tenant': 'Tenant',
  'failure-details.cloud': 'Cloud',
  'failure-details.flow': 'Signed in with',
  'failure-details.flow.browser': 'Browser',
  'failure-details.flow.device-code': 'Code',
  'failure-details.host': 'Host',
  'failure-details.network-error': 'Network error',
  'failure-details.certificate-issuer': 'Certificate issuer',
  'failure-details.certificate-subject': 'Certificate subject',
  'failure-details.certificate-until': 'Certificate valid until',
  'failure-details.certificate-reason': 'Not trusted because of',
  'failure-details.clock': 'Clock of this computer',
  'failure-details.retry-after': 'Not to be asked before',
  'failure-details.raw-text': 'Message',
  'failure-details.named': '{name} ({id})',
  'failure-details.line': '{name}: {value}',

  // Copied for an administrator
  'report.title': 'Token Tray failure report',
  'report.what': 'What happened: {what}',
  'report.do': 'What was advised: {what}',
  'report.program': 'Program: Token Tray {version} on {system}',
} as const satisfies Record<string, string>;
