import { useEffect, type ReactNode } from 'react';
import { t } from '../../shared/messages';
import { useSnapshotIfAny } from '../bridge/use-snapshot';
import { EmptyPalette } from './EmptyPalette';
import { PresetPicker } from './PresetPicker';
import { useUses } from './uses';

/** All a person sees of the palette. */
export function Palette(): ReactNode {
  const page = useSnapshotIfAny((snapshot) => {
    if (snapshot === undefined) return 'loading';
    if (snapshot.page === 'welcome') return 'welcome';
    return snapshot.presets.length === 0 ? 'empty' : 'presets';
  });
  const uses = useUses();
  const isDrawn = page !== 'loading';
  useEffect(() => {
    // Main shows the window when it has its title: from then on there is something to see, and keys are heard.
    if (isDrawn) document.title = t('palette.title');
  }, [isDrawn]);
  switch (page) {
    case 'loading':
      return null;
    case 'welcome':
      return (
        <EmptyPalette
          key={uses}
          title={t('palette.welcome.title')}
          text={t('palette.welcome.text')}
          action={t('palette.welcome.action')}
        />
      );
    case 'empty':
      return (
        <EmptyPalette
          key={uses}
          title={t('list.empty.title')}
          text={t('list.empty.text')}
          action={t('palette.empty.action')}
        />
      );
    case 'presets':
      return <PresetPicker key={uses} />;
  }
}
