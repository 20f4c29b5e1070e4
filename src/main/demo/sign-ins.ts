import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ClaimsRequest } from './claims';
import { findPerson, tenantFor, type DemoDirectory, type DemoPerson, type TenantChoice } from './directory';
import { declined, type EntraError } from './errors';
import type { Grant } from './grants';
import type { Reply } from './http';
import { accountsPage, consentPage, problemPage, secondFactorPage } from './pages';
import { needsConsent, needsSecondFactor, refusalInBrowser, silentRefusal } from './policy';
import type { RequestedScope } from './resources';
import type { DemoState } from './state';

/** What a sign-in is for, and what becomes of its outcome. */
export interface SignInRequest {
  readonly tenant: TenantChoice;
  readonly scope: RequestedScope;
  readonly claims: ClaimsRequest;
  readonly nonce?: string;
  /** Ask for consent even if it was given before. */
  readonly alwaysConsent: boolean;
  /** Offered first. */
  readonly hint?: DemoPerson;
  readonly granted: (grant: Grant) => Reply;
  readonly refused: (error: EntraError) => Reply;
}

interface OpenSignIn {
  readonly id: string;
  readonly request: SignInRequest;
  readonly startedAt: number;
  person: DemoPerson | undefined;
  consented: boolean;
}

const patience = 15 * 60 * 1000;
const openAtOnce = 50;

const stepSchema = z.object({
  signIn: z.string(),
  person: z.string().optional(),
  action: z.enum(['approve', 'accept', 'cancel']).optional(),
});

/** Sign-ins under way in a browser: account, second factor, consent, in this order and only where needed. */
export class SignIns {
  private readonly open = new Map<string, OpenSignIn>();

  constructor(
    private readonly state: DemoState,
    private readonly now: () => number,
  ) {}

  start(request: SignInRequest): Reply {
    this.forgetOld();
    const id = randomUUID();
    const signIn: OpenSignIn = {
      id,
      request,
      startedAt: this.now(),
      person: undefined,
      consented: false,
    };
    this.open.set(id, signIn);
    return this.nextPage(signIn);
  }

  /** Signs in without a page, or says why a page is needed (`prompt=none`). */
  withoutPage(request: SignInRequest, person: DemoPerson): Reply {
    const tenant = tenantFor(request.tenant, person);
    const refusal = silentRefusal(
      { person, tenant, audience: request.scope.audience, claims: request.claims },
      this.state,
    );
    return refusal ? request.refused(refusal) : request.granted(grantOf(request, person, tenant));
  }

  /** Takes what a person did on a page and shows the next one. */
  async step(form: Readonly<Record<string, string>>): Promise<Reply> {
    const step = stepSchema.safeParse(form).data;
    const signIn = step && this.open.get(step.signIn);
    if (!signIn || signIn.startedAt + patience < this.now()) return staleSignIn();
    const { request } = signIn;

    if (step.action === 'cancel') return this.close(signIn, request.refused(declined()));
    if (step.person !== undefined) {
      signIn.person = findPerson(step.person);
      signIn.consented = false;
    }
    const access = accessOf(signIn);
    if (access && !refusalInBrowser(access)) {
      const { person, tenant, claims } = access;
      if (step.action === 'approve') {
        await this.state.addSecondFactor(person.id, tenant.id);
        await this.state.addContexts(person.id, tenant.id, claims.contexts);
      }
      if (step.action === 'accept') {
        await this.state.addConsent(person.id, tenant.id, access.audience);
        signIn.consented = true;
      }
    }
    return this.nextPage(signIn);
  }

  private nextPage(signIn: OpenSignIn): Reply {
    const { id, request, consented } = signIn;
    const access = accessOf(signIn);
    if (!access) return accountsPage({ signIn: id, ...request });
    const { person, tenant, audience } = access;

    const refusal = refusalInBrowser(access);
    if (refusal) return this.close(signIn, request.refused(refusal));
    if (needsSecondFactor(access, this.state))
      return secondFactorPage({ signIn: id, person, tenant, audience });
    if ((request.alwaysConsent && !consented) || needsConsent(access, this.state)) {
      return consentPage({ signIn: id, person, tenant, audience });
    }
    return this.close(signIn, request.granted(grantOf(request, person, tenant)));
  }

  private close(signIn: OpenSignIn, reply: Reply): Reply {
    this.open.delete(signIn.id);
    return reply;
  }

  private forgetOld(): void {
    for (const [id, { startedAt }] of this.open) {
      if (startedAt + patience < this.now() || this.open.size >= openAtOnce) this.open.delete(id);
    }
  }
}

function accessOf({ person, request }: OpenSignIn) {
  if (!person) return undefined;
  const { scope, claims } = request;
  return { person, tenant: tenantFor(request.tenant, person), audience: scope.audience, claims };
}

const grantOf = (request: SignInRequest, person: DemoPerson, tenant: DemoDirectory): Grant => ({
  person,
  tenant,
  scope: request.scope,
  claims: request.claims,
  ...(request.nonce !== undefined && { nonce: request.nonce }),
});

const staleSignIn = (): Reply =>
  problemPage({
    title: 'This page is out of date',
    text: 'The sign-in it belonged to is over. Start again from Token Tray.',
  });
