import { Option, type Command } from 'commander';
import { parseClaimsChallenge } from '../../../../shared/claims-challenge';
import { copyFormats, isTemplate, type CopyFormat } from '../../../../shared/copy-format';
import { parseAccess, scopeForResource } from '../../../../shared/scopes';
import { localTime } from '../../../../shared/snippets/az-json';
import { identityOf } from '../../../identities';
import type { ScriptToken } from '../../../script-tokens';
import type { AppState } from '../../../state';
import { CommandLineProblem } from '../command-line-outcome';
import type { CommandLineRun } from '../command-line-services';
import { azAccounts, azTenantId } from './accounts';
import { withGlobalOptions, type GlobalOptions } from '../global-options';
import type { Answer, WrittenAnswer } from '../output/answer';
import { findPreset } from '../find-preset';
import { noToken } from '../problems';
import { followSignIn } from '../sign-in-progress';
import { defaultScopes, resourceOfType, resourceTypes, type ResourceType } from '../resource-types';
import { whoseToken, type WhoOptions, type Whose } from '../who';

export interface TokenOptions extends GlobalOptions, WhoOptions {
  readonly resource?: string;
  readonly resourceType?: ResourceType;
  readonly scope?: readonly string[];
  readonly name?: string;
  readonly preset?: string;
  readonly format?: string;
  readonly forceRefresh?: boolean;
  readonly claims?: string;
  readonly interactive?: boolean;
}

/** The options that az has, to the letter. */
export const withAzTokenOptions = (command: Command): Command =>
  withGlobalOptions(command)
    .option('--resource <resource>', 'what the token is for, such as https://vault.azure.net')
    .addOption(new Option('--resource-type <type>', 'the same by a short name').choices(resourceTypes))
    .option('--scope <scopes...>', 'scopes, instead of a resource')
    .option('-t, --tenant <tenant>', 'id or domain of the tenant that gives the token')
    .option('-s, --subscription <subscription>', 'id or name: whose tenant and account are used')
    .option('-n, --name <subscription>', 'the same');

export const withTokenOptions = (command: Command): Command =>
  withAzTokenOptions(command)
    .option('--preset <preset>', 'name or id of a preset: what the token is for')
    .option('--account <account>', 'user name of another account than the one in use')
    .option('--client <client>', 'name or client id of another client application')
    .option('--cloud <cloud>', 'another cloud')
    .option('--format <format>', 'prints a snippet of the preset instead: curl, powershell, …')
    .option('--force-refresh', 'a new token, whatever the cache has')
    .option('--claims <challenge>', 'what an API has asked for: its WWW-Authenticate header, or the claims')
    .option('--interactive', 'may open the browser');

/** @throws CommandLineProblem */
export async function getAccessToken(options: TokenOptions, run: CommandLineRun): Promise<WrittenAnswer> {
  const { state, commands, left } = run;
  const whose = whoseToken(state.value, withName(options));
  const what = whatFor(options, state.value, whose);
  if (options.format !== undefined && !('presetId' in what))
    throw new CommandLineProblem(
      '--format needs a --preset: its sample request is what a snippet is made of.',
      2,
    );
  const claims = options.claims === undefined ? {} : { claims: claimsOf(options.claims) };
  const mayAsk = options.interactive === true;
  const unfollow = mayAsk ? followSignIn(run) : undefined;
  const got = await commands
    .tokenForScript({
      caller: { kind: 'command-line' },
      what,
      identity: whose.identity,
      ...(options.forceRefresh === true ? { forceRefresh: true } : {}),
      ...claims,
      mayAsk,
      left,
    })
    .finally(unfollow);
  if (got.outcome !== 'token') throw noToken(state.value, got, run.request.argv);
  if (options.format === undefined) return { answer: { value: azAnswer(got, options, whose, state.value) } };
  return snippet(got, formatOf(options.format, state.value), run);
}

/** az takes both names for the same. */
const withName = ({ name, subscription, ...options }: TokenOptions): WhoOptions => {
  const wanted = subscription ?? name;
  return { ...options, ...(wanted === undefined ? {} : { subscription: wanted }) };
};

function whatFor(
  options: TokenOptions,
  state: AppState,
  whose: Whose,
): { readonly presetId: string } | { readonly scopes: readonly string[] } {
  if (options.preset !== undefined) return { presetId: findPreset(state.presets, options.preset).id };
  if (options.scope !== undefined) {
    const read = parseAccess('scopes', options.scope.join(' '));
    if (!read.ok)
      throw new CommandLineProblem(
        '--scope has to be scopes of one API, such as https://graph.microsoft.com/.default.',
        1,
      );
    return { scopes: read.scopes };
  }
  if (options.resource !== undefined) {
    const read = parseAccess('resource', options.resource);
    if (!read.ok)
      throw new CommandLineProblem(
        '--resource has to be the address or ID of an API, such as https://vault.azure.net.',
        1,
      );
    // To the letter: Entra makes the audience of it.
    return { scopes: [scopeForResource(options.resource.replace(/\/\.default$/, ''))] };
  }
  const cloud = identityOf(state, { identity: whose.identity })?.cloud;
  if (cloud === undefined) return { scopes: [scopeForResource('https://management.core.windows.net/')] };
  if (options.resourceType !== undefined) {
    const resource = resourceOfType(cloud, options.resourceType);
    if (resource === undefined)
      throw new CommandLineProblem(`${cloud.name} has no '${options.resourceType}'.`, 1);
    return { scopes: [scopeForResource(resource)] };
  }
  const scopes = defaultScopes(cloud);
  if (scopes === undefined)
    throw new CommandLineProblem(
      `Say what the token is for with --resource: ${cloud.name} has no Azure Resource Manager.`,
      1,
    );
  return { scopes };
}

/** @throws CommandLineProblem for what is no challenge */
function claimsOf(text: string): string {
  const read = parseClaimsChallenge(text);
  if (!read.ok)
    throw new CommandLineProblem(
      '--claims has to be a WWW-Authenticate header with claims, or the claims themselves.',
      1,
    );
  return read.claims;
}

/** In the order that az makes them in: queries and tables show it. */
function azAnswer(
  { answer, identity, subscription }: ScriptToken,
  { tenant }: TokenOptions,
  whose: Whose,
  state: AppState,
): Answer['value'] {
  const { account, clientApplication } = identity;
  // az names the tenant itself where somebody has no subscription at all.
  const tenantLevel = azAccounts(state).find(
    ({ accountId, clientApplicationId, homeTenantId }) =>
      accountId === account?.id && clientApplicationId === clientApplication.id && homeTenantId === undefined,
  );
  const usual = tenant === undefined ? (subscription?.id ?? tenantLevel?.id) : undefined;
  const subscriptionId = whose.subscriptionId ?? usual;
  return {
    tokenType: 'Bearer',
    accessToken: answer.accessToken,
    expires_on: Math.floor(answer.expiresOn / 1000),
    expiresOn: localTime(new Date(answer.expiresOn)),
    tenant: azTenantId(answer.tenantId),
    ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }),
  };
}

function formatOf(wanted: string, { templates }: AppState): CopyFormat {
  const builtIn = copyFormats.find((each) => each === wanted);
  const own = templates.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  const found = builtIn ?? own?.id;
  if (found === undefined)
    throw new CommandLineProblem(`There is no format '${wanted}'. There are: ${copyFormats.join(', ')}.`, 2);
  return found;
}

function snippet(got: ScriptToken, format: CopyFormat, { commands }: CommandLineRun): WrittenAnswer {
  const made = commands.snippetForScript(got, format);
  switch (made.outcome) {
    case 'text': {
      const left =
        made.placeholders.length === 0 ? undefined : `Fill in first: ${made.placeholders.join(', ')}`;
      return { text: `${made.text.replace(/\n$/, '')}\n`, ...(left === undefined ? {} : { warning: left }) };
    }
    case 'host':
      throw new CommandLineProblem(
        `The sample request goes to ${made.host}, which is not known to take tokens for ${made.resource}. ` +
          'Copy it in Token Tray once and say that it may.',
        1,
      );
    case 'not-offered':
      throw new CommandLineProblem(
        isTemplate(format)
          ? 'This template does not fit the preset, or is forbidden.'
          : `The format '${format}' does not fit this preset, or is forbidden.`,
        1,
      );
  }
}
