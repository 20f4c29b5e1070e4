import type { Reply } from './http';
import { signInStyle } from './sign-in-style';

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
  <rect width="24" height="24" rx="7" fill="#0f6b5c"/>
  <circle cx="12" cy="12" r="6.25" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>
  <path d="M12 5.75A6.25 6.25 0 1 1 5.75 12" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>
  <circle cx="12" cy="12" r="1.9" fill="#fff"/>
</svg>
`;

const asset = (type: string, body: string): Reply => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
  body,
});

/** The files that pages load: a strict policy allows nothing inline. */
export const assets: ReadonlyMap<string, Reply> = new Map([
  ['/assets/sign-in.css', asset('text/css', signInStyle)],
  ['/assets/continue.js', asset('text/javascript', "document.getElementById('answer').submit();\n")],
  ['/assets/mark.svg', asset('image/svg+xml', mark)],
]);
