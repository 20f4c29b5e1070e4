/** What is asked before a token goes somewhere; the rules are those of `en.ts`. */
export const questions = {
  'host-question.title': 'This would send a token for {resource} to {host}',
  'host-question.wrong':
    '{host} is none of the addresses that {resource} is known to have. Whoever gets the token can use it as you until it ends.',
  'host-question.unknown':
    'Nobody but your organisation knows where tokens for {resource} belong. Go on only if {host} is the API they are meant for.',
  'host-question.once': 'If you go on, {name} may use {host} from then on without asking.',
  'host-question.copy': 'Copy anyway',
  'host-question.send': 'Send anyway',
  'host-question.edit': 'Edit preset',
  'host-question.cancel': 'Cancel',

  'placeholders.title': 'Fill in the request of {name}',
  'placeholders.lead': 'What you enter is remembered for this preset, on this computer only.',
  'placeholders.submit.copy': 'Copy',
  'placeholders.submit.try': 'Send',
  'placeholders.submit.edit': 'Save',
  'placeholders.leave-in': 'Copy with placeholders',
  'placeholders.cancel': 'Cancel',
  'placeholders.problem.missing': 'Enter what stands here.',
  'placeholders.problem.host-characters':
    'This is part of the host’s name. Use letters, digits, hyphens and dots only.',
  'placeholders.problem.path-dots': 'Dots alone would lead to another address.',
  'placeholders.problem.control-characters': 'This has characters in it that cannot be sent.',
  'placeholders.problem.too-long': 'Use 2,000 characters or fewer.',
  'row.menu.placeholders': 'Placeholders…',

  'method-question.title': 'Send {method} to {host}?',
  'method-question.changes': 'This request may change something there.',
  'method-question.deletes': 'This request may delete something there.',
  'method-question.body': 'With a body of {size}.',
  'method-question.no-body': 'Without a body.',
  'method-question.send': 'Send {method}',
  'method-question.cancel': 'Cancel',

  'size.bytes': '{count, plural, one {# byte} other {# bytes}}',
  'size.kilobytes': '{count} KB',
  'size.megabytes': '{count} MB',
} as const satisfies Record<string, string>;
