/** The preset editor. */
export const presetEditor = {
  'problem.access-is-a-token':
    'This is a token. Enter what it is for, such as https://vault.azure.net; Token Tray gets the token.',
  'problem.access-is-a-secret':
    'This is a client secret. It belongs to a client application, on the Accounts page. Enter the resource here.',
  'problem.targets-missing': 'Set it up for at least one cloud.',
  'problem.has-a-token':
    'There is a token in here. Presets are saved in a file that is not secret: take it out.',
  'problem.tags-too-many': 'Use at most 20 tags.',
  'problem.tag-too-long': 'Use tags of 40 characters or fewer.',
  'problem.notes-too-long': 'Use 4,000 characters or fewer.',
  'problem.requests-too-many': 'Use at most 20 requests.',
  'problem.headers-too-many': 'Use at most 50 headers.',
  'problem.header-name-missing': 'Give the header a name, or remove it.',
  'problem.header-name-wrong': 'A header’s name has letters, digits and hyphens, no spaces or colons.',
  'problem.header-name-too-long': 'Use 256 characters or fewer.',
  'problem.header-is-authorization':
    'Token Tray adds this header, with a token that is valid. Remove this one.',
  'problem.header-value-wrong': 'A header is one line. Remove line breaks and control characters.',
  'problem.header-value-too-long': 'Use 4,096 characters or fewer.',
  'problem.body-too-long': 'Use 100,000 characters or fewer.',
} as const;
