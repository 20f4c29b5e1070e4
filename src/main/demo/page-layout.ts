import type { DemoPerson } from './directory';
import { html, type Html } from './html';
import type { Reply } from './http';

export interface Page {
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
  /** Where forms may go besides the demo itself. */
  readonly formTarget?: string;
  readonly script?: string;
}

/** A whole page of the demo tenant with its security headers. */
export function page({ title, main, status = 200, formTarget = '', script }: Page): Reply {
  const body = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Token Tray demo tenant</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/sign-in.css" />
        ${script === undefined ? undefined : html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <main class="card">
          <p class="brand">
            <img src="/assets/mark.svg" alt="" width="24" height="24" />Token Tray <span>Demo</span>
          </p>
          ${main}
        </main>
        <footer>
          ${icon('computer')}
          <p>Token Tray demo tenant — nothing leaves this computer</p>
        </footer>
      </body>
    </html> `;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        `form-action 'self' ${formTarget}`.trim(),
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    body: body.text,
  };
}

const drawings = {
  check: html`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`,
  computer: html`<rect x="3" y="4" width="14" height="9.5" rx="1.5" /><path d="M7 16.5h6" />`,
  phone: html`<rect x="5.5" y="2.5" width="9" height="15" rx="2" /><path d="M9 14.75h2" />`,
  alert: html`<circle cx="10" cy="10" r="7.25" /><path d="M10 6.5v4M10 13.4v.1" />`,
  arrow: html`<path d="m8 5 5 5-5 5" />`,
} as const;

/** A line drawing that says nothing a screen reader would miss. */
export function icon(name: keyof typeof drawings): Html {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${drawings[name]}</svg>`;
}

export function avatar({ givenName, surname }: DemoPerson): Html {
  const initials = `${givenName.charAt(0)}${surname.charAt(0)}`;
  return html`<span class="avatar" aria-hidden="true">${initials}</span>`;
}
