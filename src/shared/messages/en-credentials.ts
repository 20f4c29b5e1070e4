/** The secret or certificate of a service principal; the rules are those of `en.ts`. */
export const credentials = {
  'credential.kind': 'How it proves who it is',
  'credential.kind.secret': 'Secret',
  'credential.kind.certificate': 'Certificate',
  'credential.secret': 'Client secret',
  'credential.secret.help':
    'The value of the secret, not its ID. It is kept encrypted and never shown again.',
  'credential.secret.replace': 'Enter a new one to replace it',
  'credential.certificate': 'Certificate and private key',
  'credential.certificate.help':
    'PEM text with both, or a PEM or PFX file. The key is kept encrypted and never shown again.',
  'credential.certificate.example': '-----BEGIN CERTIFICATE-----',
  'credential.certificate.replace': 'Paste or choose a new one to replace it',
  'credential.choose-file': 'Choose a file…',
  'credential.file': 'From the file {name}',
  'credential.remove-file': 'Remove the file',
  'credential.passphrase': 'Passphrase',
  'credential.passphrase.help': 'Only if the key or the file has one. It is used once and not kept.',
  'credential.saved': 'In use now',
  'credential.saved.secret': 'A secret, saved on {date}',
  'credential.subject': 'Subject',
  'credential.no-subject': 'None',
  'credential.thumbprint': 'SHA-256 thumbprint',
  'credential.validity': 'Validity',
  'credential.expires': 'Expires {date}',
  'credential.expires-soon': '{days, plural, one {Expires in # day} other {Expires in # days}}, on {date}',
  'credential.expires-today': 'Expires within a day, on {date}',
  'credential.expired': 'Expired on {date}. Save a new certificate.',
  'credential.starts': 'Valid from {date}',

  // What is wrong with it
  'problem.secret-missing': 'Enter the client secret.',
  'problem.secret-is-id':
    'This looks like the secret’s ID. Copy its value instead; it is shown only when the secret is made.',
  'problem.secret-too-long': 'Use 4,096 characters or fewer.',
  'problem.certificate-missing': 'Paste a certificate with its private key, or choose a file.',
  'problem.certificate-too-long': 'That is too long for a certificate and its key.',
  'problem.certificate-damaged': 'The certificate cannot be read. Some of it may be missing.',
  'problem.no-certificate': 'There is a private key here, but no certificate. Add the certificate.',
  'problem.no-key': 'There is a certificate here, but no private key. Add the key that belongs to it.',
  'problem.key-damaged': 'The private key cannot be read. Some of it may be missing.',
  'problem.key-does-not-match': 'This private key does not belong to this certificate.',
  'problem.not-rsa': 'This is not an RSA key. Microsoft Entra ID takes only certificates with RSA keys.',
  'problem.key-too-short': 'This RSA key is too short. Use one of 2,048 bits or more.',
  'problem.not-pem':
    'This is not PEM text, which has lines like -----BEGIN CERTIFICATE----- and -----END CERTIFICATE-----.',
  'problem.is-public-key': 'This is a public key. The private key is needed, with its certificate.',
  'problem.is-ssh-key': 'This is an SSH key. A certificate with its private key is needed.',
  'problem.is-certificate-request':
    'This is a request for a certificate. Use the certificate that came of it.',
  'problem.is-binary': 'This file is not text. Choose a PEM file or a PFX file that holds the key as well.',
  'problem.pfx-damaged': 'This is not a PFX file, or it is damaged.',
  'problem.pfx-too-old':
    'This file is protected in an old way that is no longer safe. Export it again and choose AES-256.',
  'problem.encryption-unknown':
    'This is protected in a way that Token Tray cannot read. Export it again and choose AES-256.',
  'problem.key-encrypted': 'Enter the passphrase of the private key or the file.',
  'problem.wrong-passphrase': 'This passphrase does not open it.',
} as const satisfies Record<string, string>;
