import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoServicePrincipal } from '../../demo';
import { AzOracle, hasAz } from '../../test-support/test-az';
import { TestProgram } from '../../test-program';
import { outputFormats, type OutputFormat } from './output/answer';
import { typed } from './test-command-line';

const { clientId, secret, tenantId } = demoServicePrincipal;

let az: AzOracle;
let program: TestProgram;

/** The same service principal, signed in to the same AD FS, in az and here. */
beforeAll(async () => {
  if (!hasAz) return;
  az = await AzOracle.start();
  program = await new TestProgram().start();
  program.network = az.fetch;
  const { adfs, management } = az.authority.addresses;
  await program.commands.addCloud({
    name: 'Lab',
    authority: adfs,
    armEndpoint: management,
    armAudience: 'https://management.core.windows.net/',
    resources: '',
  });
  const cloud = program.state.value.clouds.find(({ name }) => name === 'Lab')?.id ?? '';
  const credential = { type: 'secret', secret } as const;
  const added = await program.commands.addServicePrincipal({
    name: 'Lab app',
    clientId,
    tenant: 'adfs',
    cloud,
    credential,
  });
  expect(added).toEqual({ outcome: 'done' });
}, 60_000);

afterAll(async () => {
  if (!hasAz) return;
  await program.stop();
  await az.stop();
});

interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ours = (args: readonly string[]): Promise<Answer> => typed(program, ['az', ...args]);
const theirs = (args: readonly string[]): Promise<Answer> => az.run(args);

/** Tokens and times are others each time, and az knows the tenant by the id that it was signed in with. */
const likened = (text: string): string =>
  text
    .replace(/ey[\w-]+\.[\w-]+\.[\w-]+/g, 'TOKEN')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}/g, 'TIME')
    .replaceAll(tenantId, 'adfs');

/** How wide a column of a table is goes by what is in it, which was just replaced. */
const withoutWidths = (text: string): string => text.replace(/-{3,}/g, '---').replace(/ {2,}/g, '  ');

const read = (format: OutputFormat, text: string): string =>
  format === 'table' ? withoutWidths(likened(text)) : likened(text);

/** az has it from 2.54 on; Debian's is 2.45. */
function withoutExpiresOn(format: OutputFormat, text: string): string {
  switch (format) {
    case 'json':
    case 'jsonc':
    case 'yaml':
    case 'yamlc':
      return text.replace(/^.*\bexpires_on\b.*\n/m, '');
    case 'tsv':
      return text.replace(/\t\d{10}\t/, '\t');
    case 'table':
      return text
        .replace(/ {2}Expires_on/, '')
        .replace(/^(---)(?: {2}---)/m, '$1')
        .replace(/ {2}\d{10}/, '');
    case 'none':
      return text;
  }
}

const token = ['account', 'get-access-token'];
const list = ['account', 'list'];
const show = ['account', 'show'];

/** In every format. */
async function expectTheSame(words: readonly string[]): Promise<void> {
  for (const format of outputFormats) {
    const args = [...words, '-o', format];
    const [mine, its] = [await ours(args), await theirs(args)];
    expect({ format, code: mine.exitCode, out: read(format, mine.stdout) }).toEqual({
      format,
      code: its.exitCode,
      out: read(format, its.stdout),
    });
  }
}

describe.skipIf(!hasAz)('what az 2.45 says, and what this says, for the same account', () => {
  it.each(outputFormats)('is the same token in %s', async (format) => {
    const args = [...token, '-o', format];
    const [mine, its] = [await ours(args), await theirs(args)];
    expect(withoutExpiresOn(format, read(format, mine.stdout))).toBe(read(format, its.stdout));
    expect({ exitCode: mine.exitCode, stderr: mine.stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it.each([
    'accessToken',
    'expiresOn',
    'tokenType',
    '[tokenType, expiresOn]',
    '{Type: tokenType, When: expiresOn}',
    '{b: tokenType, a: {c: expiresOn}}',
    'length(tokenType)',
    'tokenType == `Bearer`',
    'missing',
    '[missing, tokenType]',
    "join('-', [tokenType, tokenType])",
    'contains(tokenType, `x`)',
    'not_null(missing, tokenType)',
    'to_number(`"5"`)',
    '`[1, 2.5, null, true, "a"]`',
    '`[]`',
    '`{}`',
  ])('is the same for --query %s in every format', (query) => expectTheSame([...token, '--query', query]));

  it.each([
    [list, undefined],
    [show, undefined],
    [list, '[].name'],
    [list, '[0].user'],
    [list, '[?isDefault].{Name: name, Who: user.name}'],
    [list, 'length(@)'],
    [show, 'user.name'],
    [show, '[name, isDefault]'],
    [show, 'keys(@)'],
    [show, 'isDefault'],
  ])('is the same account: %j %s', (command, query) =>
    expectTheSame([...command, ...(query === undefined ? [] : ['--query', query])]),
  );

  it.each([
    ['a resource', ['--resource', 'https://graph.windows.net/']],
    ['scopes', ['--scope', 'https://vault.azure.net/.default']],
    ['a type', ['--resource-type', 'arm']],
    ['options’ beginnings', ['--resource-t', 'arm', '--outp', 'tsv', '--quer', 'tokenType']],
    ['values in the same word', ['-otsv', '--query=tokenType']],
    ['a format in capitals', ['-o', 'TSV', '--query', 'tokenType']],
    ['a tenant', ['--tenant', tenantId]],
    ['the account’s own id', ['-s', tenantId]],
    ['the same by another name', ['-n', tenantId]],
    ['its name in capitals', ['--subscription', 'N/A(TENANT LEVEL ACCOUNT)']],
    ['more words on stderr', ['--verbose', '--query', 'tokenType']],
    ['no warnings', ['--only-show-errors', '--query', 'tokenType']],
    ['the last of two', ['--query', 'tenant', '--query', 'tokenType', '-o', 'tsv']],
  ])('is the same with %s', async (_what, more) => {
    // What az calls the tenant it was signed in to is unknown here, where an AD FS has none.
    const here = more.map((word) => (word === tenantId ? 'adfs' : word));
    const [mine, its] = [await ours([...token, ...here]), await theirs([...token, ...more])];
    expect({
      code: mine.exitCode,
      out: withoutExpiresOn('json', likened(mine.stdout)),
    }).toEqual({ code: its.exitCode, out: likened(its.stdout) });
  });

  it.each([
    [[...token, '--foo'], ''],
    [[...token, 'extra'], ''],
    [[...token, '--res', 'x'], 'ambiguous option: --res could match --resource, --resource-type'],
    [[...token, '--resource'], ''],
    [[...token, '-o', 'xml'], ''],
    [[...token, '-o'], ''],
    [[...token, '--query', '['], ''],
    [[...token, '--query', 'a b'], ''],
    [[...token, '--query', 'nothing(@)'], ''],
    [[...token, '--query', 'length(missing)'], ''],
    [[...token, '--resource-type', 'x'], ''],
    [
      [...token, '--subscription', 'nobody'],
      "Subscription 'nobody' not found. Check the spelling and casing and try again.",
    ],
    [
      [...show, '-s', 'nobody'],
      "Subscription 'nobody' not found. Check the spelling and casing and try again.",
    ],
    [[...show, '--foo'], ''],
    [[...list, 'extra'], ''],
    [[...list, '--all=1'], ''],
  ])('is the same exit code, and nothing on stdout: %j', async (args, words) => {
    const [mine, its] = [await ours(args), await theirs(args)];
    expect({ code: mine.exitCode, out: mine.stdout }).toEqual({ code: its.exitCode, out: its.stdout });
    expect(mine.stderr).toMatch(/^ERROR: \S/);
    expect(its.stderr).toContain(`ERROR: ${words}`);
    expect(mine.stderr).toContain(`ERROR: ${words}`);
  });

  it('is not the same for a tenant and a subscription, which may both be named here', async () => {
    const args = [...token, '-t', tenantId, '-s', tenantId];
    const here = [...token, '-t', 'adfs', '-s', 'adfs'];
    expect([(await ours(here)).exitCode, (await theirs(args)).exitCode]).toEqual([0, 1]);
  });
});
