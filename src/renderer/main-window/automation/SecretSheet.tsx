import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import {
  environmentForms,
  environmentLines,
  type EnvironmentForm,
} from '../../../shared/endpoint/environment-lines';
import { t } from '../../../shared/messages';
import { tokenStandIn } from '../../../shared/snippets/masked-token';
import { useSnapshot } from '../../bridge/use-snapshot';
import { CopiedButton } from '../CopiedButton';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { SnippetPreview } from '../snippets/SnippetPreview';
import { PartTabs } from '../try-it/PartTabs';
import { NotCopiedQuestion } from './NotCopiedQuestion';

const useStyles = makeStyles({
  tabs: { margin: '8px 0 0 -8px' },
  hint: { margin: '8px 0 0' },
});

/** Stands for the secret, which no page ever has. */
const mask = '••••••••';

const forget = (): void => command('forgetConsumerSecret', {});

/** The lines that a program needs, with its secret masked. When this closes, the secret is shown and copied nowhere again. */
export function SecretSheet({ consumer }: { readonly consumer: ConsumerView }): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const id = useId();
  const port = useSnapshot(({ endpoint }) => endpoint.port);
  const isWindows = useSnapshot(({ shell }) => shell === 'windows');
  const { id: consumerId, name, fromContainers } = consumer;
  const forms = environmentForms.filter((form) => form !== 'docker' || fromContainers);
  const [form, setForm] = useState<EnvironmentForm>(isWindows ? 'powershell' : 'bash');
  const [isCopied, setIsCopied] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const done = (): void => {
    if (isCopied || isAsking || port === undefined) forget();
    else setIsAsking(true);
  };
  const copy = async (): ReturnType<typeof runCommand> => {
    const outcome = await runCommand('copyConsumerLines', { consumerId, form });
    if (outcome.outcome === 'done') setIsCopied(true);
    return outcome;
  };
  return (
    <Sheet
      title={t('secret.title', { name })}
      // Esc twice must not be the end of a secret that nobody has copied.
      onClose={isAsking ? () => setIsAsking(false) : done}
      actions={
        isAsking ? (
          <NotCopiedQuestion onBack={() => setIsAsking(false)} onClose={forget} />
        ) : (
          <>
            {port !== undefined && (
              <CopiedButton
                {...focusFirst}
                appearance={isCopied ? 'secondary' : 'primary'}
                icon={<CopyRegular />}
                label={t('secret.copy')}
                copiedLabel={t('secret.copied')}
                onCopy={copy}
              />
            )}
            <Button appearance={isCopied ? 'primary' : 'secondary'} onClick={done}>
              {t('secret.done')}
            </Button>
          </>
        )
      }
    >
      {port === undefined ? (
        <p className={text.text}>{t('secret.no-port')}</p>
      ) : (
        <>
          <p className={text.text}>{t('secret.text')}</p>
          <div className={styles.tabs}>
            <PartTabs
              id={id}
              isDense
              label={t('secret.forms')}
              parts={forms.map((value) => ({ value, label: t(`secret.form.${value}`) }))}
              chosen={form}
              onChoose={setForm}
            />
          </div>
          <div id={`${id}-part`} role="tabpanel" aria-labelledby={`${id}-${form}`}>
            <SnippetPreview
              label={t('secret.lines')}
              text={environmentLines(form, { port, secret: tokenStandIn, isWindows })}
              mask={mask}
              asLines={form !== 'docker'}
            />
            <p className={mergeClasses(text.quiet, styles.hint)}>
              {t(`secret.hint.${form === 'docker' && isWindows ? 'docker-windows' : form}`)}
            </p>
          </div>
        </>
      )}
    </Sheet>
  );
}
