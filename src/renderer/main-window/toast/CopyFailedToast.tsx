import { Button, mergeClasses } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { CopyFailed } from '../../../shared/snapshot';
import { copyAs } from '../presets/preset-commands';
import { command } from '../run-command';
import { useFocusBack } from '../use-focus-back';
import { useToastStyles } from './toast-styles';

/** The system clipboard did not take a copy. Stays until it does, or until it is put away. */
export function CopyFailedToast({ presetId, format }: CopyFailed): ReactNode {
  const styles = useToastStyles();
  const focusBack = useFocusBack<HTMLDivElement>();
  return (
    <div className={styles.toast} {...focusBack}>
      <span className={mergeClasses(styles.words, styles.lines)}>{t('copy-failed.text')}</span>
      <Button className={styles.button} appearance="subtle" onClick={() => copyAs(presetId, format)}>
        {t('copy-failed.again')}
      </Button>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('toast.dismiss')}
        onClick={() => command('dismissCopyFailed', {})}
      />
    </div>
  );
}
