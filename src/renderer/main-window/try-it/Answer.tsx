import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowForwardRegular,
  CheckmarkCircleRegular,
  CopyRegular,
  ErrorCircleRegular,
  SaveRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TrialAnswer } from '../../../shared/trial';
import { CopiedButton } from '../CopiedButton';
import { command, runCommand } from '../run-command';
import { AdvicePanel } from './AdvicePanel';
import { BodyView } from './BodyView';
import { HeaderList } from './HeaderList';
import { PartTabs } from './PartTabs';
import { sizeWords } from './size-words';
import { statusWords } from './status-words';

const useStyles = makeStyles({
  status: {
    flex: '0 0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '2px',
    padding: '4px 16px 8px',
    fontVariantNumeric: 'tabular-nums',
  },
  words: { display: 'flex', alignItems: 'center', gap: '6px', fontWeight: 600, lineHeight: '20px' },
  icon: { flex: '0 0 auto', fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  other: { color: tokens.colorStatusWarningForeground1 },
  fact: { color: tokens.colorNeutralForeground2, fontSize: '12px', lineHeight: '16px' },
  bar: {
    flex: '0 0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '0 12px 0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', alignItems: 'center' },
  part: { flex: '1 1 0', minHeight: '96px', display: 'flex', flexDirection: 'column' },
});

type Part = 'body' | 'headers';

/** What has come back. */
export function Answer({ answer }: { readonly answer: TrialAnswer }): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [part, setPart] = useState<Part>('body');
  const { status, firstByteAfter, total, headers, body, advice } = answer;
  const { Icon, colour } = lookOf(status);
  const hasText = body.text !== '';
  return (
    <>
      <div className={styles.status} role="status" aria-label={t('try-it.answer')}>
        <span className={mergeClasses(styles.words, styles[colour])}>
          <Icon className={styles.icon} aria-hidden />
          {statusWords(status)}
        </span>
        <span className={styles.fact} title={t('try-it.first-byte', { time: timeWords(firstByteAfter) })}>
          {timeWords(total)}
        </span>
        <span className={styles.fact}>
          {body.isCut ? t('try-it.size.cut', { size: sizeWords(body.size) }) : sizeWords(body.size)}
        </span>
      </div>
      {advice !== undefined && <AdvicePanel advice={advice} />}
      <div className={styles.bar}>
        <PartTabs
          label={t('try-it.answer')}
          id={id}
          parts={[
            { value: 'body', label: t('try-it.body') },
            { value: 'headers', label: t('try-it.headers', { count: headers.length }) },
          ]}
          chosen={part}
          onChoose={setPart}
        />
        <div className={styles.buttons}>
          {(part === 'headers' || hasText) && (
            <CopiedButton
              size="small"
              appearance="subtle"
              icon={<CopyRegular />}
              label={t('try-it.copy')}
              copiedLabel={t('try-it.copied')}
              onCopy={() =>
                part === 'headers'
                  ? runCommand('copyTrialHeaders', {})
                  : runCommand('copyTrialBody', { start: 0, end: body.text.length })
              }
            />
          )}
          {body.size > 0 && (
            <Button
              size="small"
              appearance="subtle"
              icon={<SaveRegular />}
              onClick={() => command('saveTrialAnswer', {})}
            >
              {t('try-it.save')}
            </Button>
          )}
        </div>
      </div>
      <div id={`${id}-part`} role="tabpanel" aria-labelledby={`${id}-${part}`} className={styles.part}>
        {part === 'body' ? <BodyView body={body} method={answer.method} /> : <HeaderList headers={headers} />}
      </div>
    </>
  );
}

function lookOf(status: number) {
  if (status < 300) return { Icon: CheckmarkCircleRegular, colour: 'good' } as const;
  if (status < 400) return { Icon: ArrowForwardRegular, colour: 'other' } as const;
  return status < 500
    ? ({ Icon: WarningRegular, colour: 'other' } as const)
    : ({ Icon: ErrorCircleRegular, colour: 'bad' } as const);
}

function timeWords(ms: number): string {
  return ms < 1000
    ? t('try-it.milliseconds', { count: Math.round(ms) })
    : t('try-it.seconds', { count: (ms / 1000).toFixed(ms < 9950 ? 1 : 0) });
}
