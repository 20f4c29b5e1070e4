import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { FolderOpenRegular, WarningRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import type { FieldProblem } from '../../../shared/drafts';
import type { SharingView } from '../../../shared/sharing-view';
import { problemWords } from '../form/problem-words';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';
import { problemLine } from './file-problem-words';
import { useSharingStyles } from './sharing-styles';

const useStyles = makeStyles({ field: { marginTop: '8px' }, file: { marginTop: '8px' } });

const sourceProblems: readonly string[] = [
  'source-missing',
  'source-not-https',
  'source-not-whole',
  'source-has-credentials',
  'source-too-long',
  'source-known',
  'source-too-many',
];

interface AddTeamSheetProps {
  readonly sharing: SharingView;
  readonly onClose: () => void;
}

/** Subscribes to a catalogue. It closes when the first copy is there, and else says why there is none. */
export function AddTeamSheet({ sharing, onClose }: AddTeamSheetProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const shared = useSharingStyles();
  const [source, setSource] = useState('');
  const [problem, setProblem] = useState<FieldProblem>();
  const adding = usePending<'add'>();
  const { teamRefused, isAddingTeam, teams } = sharing;
  const [countBefore] = useState(teams.length);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (teams.length > countBefore) close.current();
  }, [teams.length, countBefore]);

  const run = (work: () => ReturnType<typeof runCommand>): void =>
    adding.start('add', async () => {
      const outcome = await work();
      setProblem(outcome.outcome === 'invalid' ? problemOf(outcome.problems['source']) : undefined);
    });
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(() => runCommand('addTeam', { source }));
  };
  const leave = (): void => {
    if (teamRefused !== undefined) command('dismissSharing', {});
    onClose();
  };
  return (
    <Sheet
      title={t('team.add.title')}
      onClose={leave}
      actions={
        <>
          <Button appearance="primary" type="submit" form="team-form" disabledFocusable={isAddingTeam}>
            {t(isAddingTeam ? 'team.add.busy' : 'team.add.go')}
          </Button>
          <Button onClick={leave}>{t('team.add.cancel')}</Button>
        </>
      }
    >
      <p className={text.text}>{t('team.add.text')}</p>
      <form id="team-form" noValidate onSubmit={send}>
        <Field className={styles.field} label={t('team.add.source')} {...problemWords(problem)}>
          <Input
            {...focusFirst}
            value={source}
            placeholder={t('team.add.example')}
            spellCheck={false}
            onChange={(_event, { value }) => {
              setSource(value);
              setProblem(undefined);
            }}
          />
        </Field>
      </form>
      <Button
        className={styles.file}
        icon={<FolderOpenRegular />}
        disabledFocusable={isAddingTeam}
        onClick={() => run(() => runCommand('chooseTeamFile', {}))}
      >
        {t('team.add.file')}
      </Button>
      <div role="status">
        {teamRefused !== undefined && !isAddingTeam && (
          <div className={shared.problem}>
            <WarningRegular className={shared.problemIcon} aria-hidden />
            <span>{t('team.add.refused', { where: problemLine(teamRefused.problem) })}</span>
          </div>
        )}
      </div>
    </Sheet>
  );
}

const problemOf = (name: string | undefined): FieldProblem | undefined =>
  name !== undefined && sourceProblems.includes(name) ? (name as FieldProblem) : undefined;
