import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { PageContent } from '../pages/PageContent';
import { PageFrame, pageTitleId } from '../pages/PageFrame';
import { runCommand } from '../run-command';
import { InspectedToken } from './InspectedToken';
import { TokenSource } from './TokenSource';

const useStyles = makeStyles({ button: { flex: '0 0 auto', minWidth: 'auto' } });

async function startOver(hasSecond: boolean): Promise<void> {
  // The button goes with the token.
  document.getElementById(pageTitleId)?.focus();
  if (hasSecond) await runCommand('forgetInspected', { slot: 'second' });
  await runCommand('forgetInspected', { slot: 'first' });
}

/** Says what is in a token: one of a preset's, or one that was pasted. */
export function InspectorPage({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  const inspection = useSnapshot((snapshot) => snapshot.inspection);
  const { first, second } = inspection ?? {};
  return (
    <PageFrame
      title={t('inspector.title')}
      actions={
        first !== undefined && (
          <Button
            className={styles.button}
            appearance="subtle"
            onClick={() => void startOver(second !== undefined)}
          >
            {t('inspector.start-over')}
          </Button>
        )
      }
    >
      {notices}
      {first === undefined ? (
        <PageContent>
          <TokenSource slot="first" lead={t('inspector.source.lead')} />
        </PageContent>
      ) : (
        <InspectedToken first={first} second={second} />
      )}
    </PageFrame>
  );
}
