import { useState } from 'react';
import type { WindowPage } from '../../../shared/snapshot';

/** The page that was shown before `shown`: where the way back leads from a page that several lead to. */
export function usePageBefore(shown: WindowPage): WindowPage {
  const [pages, setPages] = useState<{ readonly shown: WindowPage; readonly before: WindowPage }>({
    shown,
    before: 'main',
  });
  if (pages.shown === shown) return pages.before;
  setPages({ shown, before: pages.shown });
  return pages.shown;
}
