import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../../shared/messages';
import { useSnapshotIfAny } from '../bridge/use-snapshot';
import { EmptyPalette } from './EmptyPalette';
import { PresetPicker } from './PresetPicker';

/**
 * All a person sees of the palette. The page may be kept while its window is hidden: it begins anew when it is hidden,
 * so that nothing of the last use is left on the picture that is shown first, and when it is shown, with what is then
 * the last used preset.
 */
export function Palette(): ReactNode {
  const page = useSnapshotIfAny((snapshot) => {
    if (snapshot === undefined) return 'loading';
    if (snapshot.page === 'welcome') return 'welcome';
    return snapshot.presets.length === 0 ? 'empty' : 'presets';
  });
  const [use, setUse] = useState(0);
  useEffect(() => {
    const beginAnew = (): void => flushSync(() => setUse((before) => before + 1));
    document.addEventListener('visibilitychange', beginAnew);
    return () => document.removeEventListener('visibilitychange', beginAnew);
  }, []);
  switch (page) {
    case 'loading':
      return null;
    case 'welcome':
      return (
        <EmptyPalette
          key={use}
          title={t('palette.welcome.title')}
          text={t('palette.welcome.text')}
          action={t('palette.welcome.action')}
        />
      );
    case 'empty':
      return (
        <EmptyPalette
          key={use}
          title={t('list.empty.title')}
          text={t('list.empty.text')}
          action={t('palette.empty.action')}
        />
      );
    case 'presets':
      return <PresetPicker key={use} />;
  }
}
