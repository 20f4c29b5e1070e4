import { release, type } from 'node:os';
import { documentationOf } from '../shared/catalogue/documentation';
import { commandLineTexts } from '../shared/command-line/command-line-texts';
import type { FailureView } from '../shared/failure';
import type { CommandArguments, CommandOutcome } from '../shared/ipc';
import type { PresetIdentity } from '../shared/preset';
import type { NoticeKind } from '../shared/snapshot';
import { azureCliClientId, redirectUri } from '../shared/well-known';
import { adminConsentLink } from './admin-consent';
import type { ClientAccounts } from './client-accounts';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { failureReport } from './failure-report';
import { identityOf } from './identities';
import { copyPlain, done, unlessHeld, type Outcomes } from './outcomes';
import type { ProxyLogins } from './platform/proxy-logins';
import type { PresetTokens } from './preset-tokens';
import type { SettingsStore } from './settings/settings-store';
import type { SignInFlowChoice } from './sign-in-flow-choice';
import type { State } from './state';

export interface HelpServices {
  readonly state: State;
  readonly settings: SettingsStore;
  readonly clipboard: SecretClipboard;
  readonly signInFlow: SignInFlowChoice;
  readonly proxyLogins: ProxyLogins;
  /** Opens an https page in the system browser. @throws when it is none, or there is no browser */
  readonly openPage: (url: string) => Promise<void>;
}

/** The commands that help a person on: out of a failure, past a notice, to a page or a text they need elsewhere. */
export class HelpCommands {
  constructor(
    private readonly services: HelpServices,
    private readonly outcomes: Outcomes,
    private readonly tokens: PresetTokens,
    private readonly accounts: ClientAccounts,
  ) {}

  async copyFailureDetails(): Promise<CommandOutcome> {
    const { failure, appVersion } = this.services.state.snapshot;
    if (failure === undefined) return this.outcomes.refused('copyFailureDetails without a failure');
    const program = { version: appVersion, system: `${type()} ${release()}` };
    return copyPlain(this.services.clipboard, failureReport(failure, program));
  }

  async failureAction(action: CommandArguments<'failureAction'>['action']): Promise<CommandOutcome> {
    const { state, signInFlow } = this.services;
    const { failure } = state.snapshot;
    if (failure === undefined) return this.outcomes.refused(`${action} without a failure`);
    switch (action) {
      case 'other-account':
        return this.accounts.signIn(failure.place?.clientApplicationId);
      case 'use-browser':
      case 'use-device-code':
        return signInFlow.once(action === 'use-browser' ? 'browser' : 'device-code', () =>
          this.tokens.retry(),
        );
      case 'admin-consent':
      case 'copy-consent-link':
        return this.consent(failure, action);
      case 'open-sign-in-page': {
        const cloud = identityOf(state.value, { identity: clientOf(failure) })?.cloud;
        if (cloud === undefined) return this.outcomes.refused('open-sign-in-page without a cloud');
        await this.services.openPage(`${new URL(cloud.authority).origin}/`);
        return done;
      }
    }
  }

  /** Takes what the proxy wants, and tries again what it was wanted for. */
  async setProxyLogin(login: CommandArguments<'setProxyLogin'>): Promise<CommandOutcome> {
    const { state, proxyLogins } = this.services;
    const failure = state.value.failure?.failure;
    const host = failure?.kind === 'proxy-login' ? failure.details.host : undefined;
    if (host === undefined) return this.outcomes.refused('setProxyLogin without a proxy');
    await this.outcomes.saving(() => proxyLogins.set(host, login, login.remember));
    return this.tokens.retry();
  }

  async dismissNotice(kind: CommandArguments<'dismissNotice'>['kind']): Promise<CommandOutcome> {
    const { state, settings } = this.services;
    const notice = state.value.notices.find((each) => each.kind === kind);
    if (notice === undefined) return this.outcomes.refused('dismissNotice for an unknown notice');
    state.removeNotice(notice.kind);
    if (!saidOnlyOnce.has(notice.kind)) return done;
    const dismissedNotices = [...settings.value.dismissedNotices, notice.kind];
    state.update({ dismissedNotices });
    return this.outcomes.saving(() => settings.change({ dismissedNotices }));
  }

  async copyHelpText(text: CommandArguments<'copyHelpText'>['text']): Promise<CommandOutcome> {
    return unlessHeld(this.services.clipboard.copyPlain(helpTexts[text]));
  }

  async copyCommandLineText(text: CommandArguments<'copyCommandLineText'>['text']): Promise<CommandOutcome> {
    const { state, clipboard } = this.services;
    return copyPlain(clipboard, commandLineTexts(state.value.commandLine.command)[text]);
  }

  async openHelpLink(link: CommandArguments<'openHelpLink'>['link']): Promise<CommandOutcome> {
    const code = this.services.state.value.failure?.failure.details.code;
    await this.services.openPage(helpLinks[link](code));
    return done;
  }

  async openCatalogueLink(id: string): Promise<CommandOutcome> {
    const documentation = documentationOf(id);
    if (documentation === undefined) return this.outcomes.refused('openCatalogueLink for an unknown API');
    await this.services.openPage(documentation);
    return done;
  }

  private async consent(
    failure: FailureView,
    action: 'admin-consent' | 'copy-consent-link',
  ): Promise<CommandOutcome> {
    const { state, clipboard, openPage } = this.services;
    const { value, snapshot } = state;
    const shown = snapshot.presets.find(({ id }) => id === failure.preset?.id);
    const identity = identityOf(value, { identity: clientOf(failure) });
    if (identity === undefined) return this.outcomes.refused(`${action} without a client application`);
    const { cloud, clientApplication, account } = identity;
    const link = adminConsentLink({
      authority: cloud.authority,
      tenant: value.failure?.tenantId ?? account?.tenantId ?? clientApplication.tenant,
      clientId: clientApplication.clientId,
      scopes: shown?.scopes ?? [],
    });
    if (action === 'copy-consent-link') return copyPlain(clipboard, link);
    await openPage(link);
    return done;
  }
}

const clientOf = ({ place }: FailureView): PresetIdentity =>
  place === undefined ? {} : { clientApplicationId: place.clientApplicationId };

/** Said once for good; the others come back when their cause does. */
const saidOnlyOnce: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['tokens-in-memory-only']);

const helpTexts: Readonly<Record<CommandArguments<'copyHelpText'>['text'], string>> = {
  'redirect-uri': redirectUri,
  'azure-cli-client-id': azureCliClientId,
};

const helpLinks: Readonly<
  Record<CommandArguments<'openHelpLink'>['link'], (code: string | undefined) => string>
> = {
  'app-registrations': () =>
    'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  'register-app-guide': () => 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
  'error-code': (code) =>
    `https://login.microsoftonline.com/error?code=${encodeURIComponent(code?.replace('AADSTS', '') ?? '')}`,
};
