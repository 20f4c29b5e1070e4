import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { commandLineTexts, type CommandLineTextName } from '../../../shared/command-line/command-line-texts';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { Disclosure } from '../Disclosure';
import { SettingGroup } from '../settings/SettingGroup';
import { useSharingStyles } from '../sharing/sharing-styles';
import { CopyableLine } from './CopyableLine';
import { ForbiddenLine } from './ForbiddenLine';
import { ShellLines } from './ShellLines';

const useStyles = makeStyles({
  example: { margin: '12px 0 0' },
  more: { padding: '8px 16px' },
});

const aliases: readonly CommandLineTextName[] = ['az-alias-posix', 'az-alias-powershell', 'az-alias-fish'];
const completions: readonly CommandLineTextName[] = [
  'completion-bash',
  'completion-zsh',
  'completion-fish',
  'completion-powershell',
];

/** How scripts ask by the command line, with lines to copy. Nothing is installed from here. */
export function CommandLineGroup(): ReactNode {
  const styles = useStyles();
  const shared = useSharingStyles();
  const command = useSnapshot((snapshot) => snapshot.commandLine.command);
  const shell = useSnapshot((snapshot) => snapshot.shell);
  const isForbidden = useSnapshot(({ forbidden }) => forbidden.includes('commandLine'));
  const texts = commandLineTexts(command);
  return (
    <SettingGroup heading={t('command-line.title')}>
      {isForbidden ? (
        <ForbiddenLine>{t('command-line.forbidden')}</ForbiddenLine>
      ) : (
        <>
          <div className={shared.block}>
            <p className={shared.text}>{t('command-line.lead')}</p>
            <div className={styles.example}>
              <CopyableLine name="example" text={texts.example} />
            </div>
          </div>
          <div className={styles.more}>
            <Disclosure summary={t('command-line.az')}>
              <ShellLines lead={t('command-line.az.text')} names={forShell(aliases, shell)} texts={texts} />
            </Disclosure>
            <Disclosure summary={t('command-line.completion')}>
              <ShellLines
                lead={t('command-line.completion.text')}
                names={forShell(completions, shell)}
                texts={texts}
              />
            </Disclosure>
          </div>
        </>
      )}
    </SettingGroup>
  );
}

/** On Windows PowerShell is the first. */
const forShell = (
  names: readonly CommandLineTextName[],
  shell: 'posix' | 'windows',
): readonly CommandLineTextName[] =>
  shell === 'posix' ? names : names.toSorted((a, b) => Number(isPowerShell(b)) - Number(isPowerShell(a)));

const isPowerShell = (name: CommandLineTextName): boolean => name.endsWith('powershell');
