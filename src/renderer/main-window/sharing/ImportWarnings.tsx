import { makeStyles } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { ImportWarning } from '../../../shared/sharing-view';
import { useSharingStyles } from './sharing-styles';

const useStyles = makeStyles({ list: { margin: '0 0 0 30px' } });

/** What to look at before a preset of somebody else is used. */
export function ImportWarnings({ warnings }: { readonly warnings: readonly ImportWarning[] }): ReactNode {
  const styles = useStyles();
  const shared = useSharingStyles();
  return warnings.map(({ host, resource }) => (
    <div key={host} className={`${styles.list} ${shared.problem}`}>
      <WarningRegular className={shared.problemIcon} aria-hidden />
      <span>{t('import.warning.host', { host, resource })}</span>
    </div>
  ));
}
