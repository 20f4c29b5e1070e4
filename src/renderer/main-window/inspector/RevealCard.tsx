import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular, EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import type { ClipboardEvent, ReactNode } from 'react';
import type { InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { CopiedButton } from '../CopiedButton';
import { innerFocusRing } from '../focus-ring';
import { runCommand } from '../run-command';
import { SettingGroup } from '../settings/SettingGroup';
import { useReveal } from './use-reveal';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', padding: '12px 12px 12px 16px' },
  shown: { padding: '12px 12px 12px 16px', '&[hidden]': { display: 'none' } },
  field: {
    boxSizing: 'border-box',
    display: 'block',
    width: '100%',
    height: '120px',
    padding: '8px',
    resize: 'none',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '16px',
    wordBreak: 'break-all',
    ':focus-visible': innerFocusRing,
  },
  note: { margin: '0 0 8px', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** The token itself: hidden, and shown for a moment to whoever presses for it. */
export function RevealCard({ slot }: { readonly slot: InspectionSlot }): ReactNode {
  const isForbidden = useSnapshot(({ forbiddenFormats }) => forbiddenFormats.includes('token'));
  return isForbidden ? null : <HiddenToken slot={slot} />;
}

function HiddenToken({ slot }: { readonly slot: InspectionSlot }): ReactNode {
  const styles = useStyles();
  const { field, buttonId, isShown, wasHidden, show, hide } = useReveal(slot);
  const copyToken = () => runCommand('copyInspected', { slot });
  // All of it goes the way that every token goes: out of histories, and cleared in time.
  const onCopy = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (selectionEnd - selectionStart < value.length) return;
    event.preventDefault();
    void copyToken();
  };
  return (
    <SettingGroup heading={t('inspector.token')}>
      <div className={styles.row}>
        <Button
          id={buttonId}
          icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
          aria-expanded={isShown}
          // The field would lose the focus to it, and hide, before it is pressed.
          onMouseDown={(event) => isShown && event.preventDefault()}
          onClick={isShown ? hide : show}
        >
          {t(isShown ? 'inspector.hide' : 'inspector.reveal')}
        </Button>
        <CopiedButton
          icon={<CopyRegular />}
          label={t('inspector.copy-token')}
          copiedLabel={t('inspector.copied')}
          onCopy={copyToken}
        />
      </div>
      <div className={styles.shown} hidden={!isShown}>
        <p className={styles.note}>{t('inspector.reveal.text')}</p>
        <textarea
          ref={field}
          className={styles.field}
          readOnly
          spellCheck={false}
          autoComplete="off"
          aria-label={t('inspector.reveal.field')}
          onBlur={hide}
          onCopy={onCopy}
        />
      </div>
      <span role="status" className="spoken">
        {wasHidden ? t('inspector.reveal.hidden') : ''}
      </span>
    </SettingGroup>
  );
}
