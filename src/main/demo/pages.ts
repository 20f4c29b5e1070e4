import {
  demoClientName,
  demoPeople,
  demoTenants,
  isAdfs,
  type DemoDirectory,
  type DemoPerson,
  type TenantChoice,
} from './directory';
import { html, type Html } from './html';
import type { Reply } from './http';
import { avatar, icon, page } from './page-layout';
import { permissionsOf, type RequestedScope } from './resources';

interface PersonStep {
  readonly signIn: string;
  readonly person: DemoPerson;
  readonly tenant: DemoDirectory;
  readonly audience: string;
}

export interface AccountsPage {
  readonly signIn: string;
  readonly tenant: TenantChoice;
  readonly scope: RequestedScope;
  readonly hint?: DemoPerson;
}

export function accountsPage({ signIn, tenant, scope, hint }: AccountsPage): Reply {
  const people = [...demoPeople].sort((one, other) => Number(other === hint) - Number(one === hint));
  const tenantName = tenant.kind === 'one' ? tenant.tenant.name : undefined;
  return page({
    title: 'Choose an account',
    main: html`<h1>Choose an account</h1>
      <p class="lead">to sign in to ${demoClientName}</p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="signIn" value="${signIn}" />
        <ul class="people">
          ${people.map((person) => accountButton(person, tenant, person === hint))}
        </ul>
        <dl class="facts">
          ${
            tenantName === undefined
              ? undefined
              : html`<div>
                  <dt>Tenant</dt>
                  <dd>${tenantName}</dd>
                </div>`
          }
          <div>
            <dt>Resource</dt>
            <dd class="code">${scope.audience}</dd>
          </div>
        </dl>
        <div class="actions">${cancel}</div>
      </form>`,
  });
}

function accountButton(person: DemoPerson, tenant: TenantChoice, hinted: boolean): Html {
  const note = noteOn(person, tenant);
  // The button holds the name alone, so that this is what it is called; it covers the whole row by style.
  return html`<li class="person" ${hinted ? html`data-hinted` : undefined}>
    ${avatar(person)}
    <span class="who">
      <button
        name="person"
        value="${person.id}"
        aria-describedby="about-${person.id}"
        ${hinted ? html`autofocus` : undefined}
      >
        ${person.name}
      </button>
      <span class="about" id="about-${person.id}">
        <span>${person.username}</span>
        ${note === undefined ? undefined : html`<span>${note}</span>`}
      </span>
    </span>
    ${icon('arrow')}
  </li>`;
}

function noteOn(person: DemoPerson, tenant: TenantChoice): string | undefined {
  if (isAdfs(tenant)) return undefined;
  if (tenant.kind === 'one' && !person.objectIds.has(tenant.tenant.id)) {
    return `Not a member of ${tenant.tenant.name}, will be refused`;
  }
  if (tenant.kind === 'one' && tenant.tenant.id !== person.homeTenantId)
    return `Guest in ${tenant.tenant.name}`;
  const guestIn = demoTenants.filter(({ id }) => id !== person.homeTenantId && person.objectIds.has(id));
  return guestIn.length === 0 ? undefined : `Also a guest in ${guestIn.map(({ name }) => name).join(', ')}`;
}

export function secondFactorPage({ signIn, person, tenant, audience }: PersonStep): Reply {
  return page({
    title: 'Approve this sign-in',
    main: html`${chip(person, tenant)}
      <h1>Approve this sign-in</h1>
      <p>
        ${tenant.name} wants a second factor before it gives a token for <span class="code">${audience}</span>
      </p>
      <p class="callout">
        ${icon('phone')}<span
          >Your phone would ask you now. In the demo, the button below stands in for it.</span
        >
      </p>
      ${decision(signIn, 'approve', 'Approve')}`,
  });
}

export function consentPage({ signIn, person, tenant, audience }: PersonStep): Reply {
  const wanted = [
    ...permissionsOf(audience).map(({ words }) => words),
    'See your name and sign-in address',
    'Stay signed in until you sign out',
  ];
  return page({
    title: `${demoClientName} asks for permission`,
    main: html`${chip(person, tenant)}
      <h1>${demoClientName} asks for permission</h1>
      <p class="quiet">For <span class="code">${audience}</span></p>
      <ul class="permissions">
        ${wanted.map((words) => html`<li>${icon('check')}<span>${words}</span></li>`)}
      </ul>
      <p class="quiet">It can never do more than you can do yourself.</p>
      ${decision(signIn, 'accept', 'Accept')}`,
  });
}

const cancel = html`<button class="plain" name="action" value="cancel">Cancel</button>`;

const decision = (signIn: string, action: string, words: string): Html =>
  html`<form method="post" action="/sign-in">
    <input type="hidden" name="signIn" value="${signIn}" />
    <div class="actions">${cancel}<button class="main" name="action" value="${action}">${words}</button></div>
  </form>`;

const chip = (person: DemoPerson, tenant: DemoDirectory): Html =>
  html`<p class="chip">
    ${avatar(person)}<span>${person.name}</span> <span class="quiet">${tenant.name}</span>
  </p>`;

/** Hands the answer over to the application: by script, or by the button where there is none. */
export function formPostPage(redirectUri: string, fields: Readonly<Record<string, string>>): Reply {
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return page({
    title: 'Returning to Token Tray',
    formTarget: new URL(redirectUri).origin,
    script: '/assets/continue.js',
    main: html`<h1>Returning to ${demoClientName}</h1>
      <p>Continue if this page stays.</p>
      <form id="answer" method="post" action="${redirectUri}">
        ${inputs}
        <div class="actions"><button class="main">Continue</button></div>
      </form>`,
  });
}

/** @param wrongCode what was typed, if it was not a code that is waiting. */
export function deviceCodePage(wrongCode?: string): Reply {
  const wrong = wrongCode !== undefined;
  const problem = html`<p class="problem" id="problem" role="alert">
    ${icon('alert')}<span
      >This code is not waiting for anybody. Check it, or ask your app for a new one.</span
    >
  </p>`;
  return page({
    title: 'Enter the code',
    main: html`<h1>Enter the code</h1>
      <p>Your app shows a code of eight letters. Only go on if you asked for it yourself.</p>
      <form method="post" action="/devicelogin">
        <label for="code">Code</label>
        <input
          class="device-code"
          id="code"
          name="code"
          required
          autofocus
          autocomplete="off"
          spellcheck="false"
          autocapitalize="characters"
          maxlength="12"
          value="${wrongCode ?? ''}"
          ${wrong ? html` aria-invalid="true" aria-describedby="problem"` : undefined}
        />
        ${wrong ? problem : undefined}
        <div class="actions"><button class="main">Continue</button></div>
      </form>`,
  });
}

export function deviceDonePage(person: DemoPerson): Reply {
  return page({
    title: 'Signed in',
    main: html`<span class="emblem">${icon('check')}</span>
      <h1>Signed in as ${person.name}</h1>
      <p>You can close this page and return to your app.</p>`,
  });
}

export function signedOutPage(): Reply {
  return page({
    title: 'Signed out',
    main: html`<span class="emblem">${icon('check')}</span>
      <h1>Signed out</h1>
      <p>You can close this page.</p>`,
  });
}

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly details?: string;
}

export function problemPage({ title, text, details }: Problem): Reply {
  return page({
    title,
    status: 400,
    main: html`<span class="emblem bad">${icon('alert')}</span>
      <h1>${title}</h1>
      <p>${text}</p>
      ${details === undefined ? undefined : html`<p class="details code">${details}</p>`}`,
  });
}
