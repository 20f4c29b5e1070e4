import { expect, it } from 'vitest';
import { t } from '../../shared/messages';
import { browserPage } from './browser-page';

it('shows its words and nothing that they could smuggle in', () => {
  const page = browserPage('<script>alert(1)</script> & "more"', 'a</p><img src=x onerror=alert(1)>');
  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;more&#34;');
});

it('needs nothing from elsewhere and runs no script', () => {
  expect(browserPage('Title', 'Body')).not.toMatch(/<script|<link|src=|href=|url\(|@import|https?:/i);
});

it('does not claim success, because it is shown before the code was exchanged', () => {
  const page = browserPage(t('browser.done.title'), t('browser.done.body'));
  expect(page).toContain('You can return to Token Tray');
  expect(page).not.toMatch(/success|signed in|welcome/i);
});
