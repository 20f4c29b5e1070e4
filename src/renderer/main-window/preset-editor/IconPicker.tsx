import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { presetIcons, type PresetColour, type PresetIcon as IconName } from '../../../shared/preset-looks';
import { useClientColours } from '../accounts/client-colours';
import { PictureRadio } from '../form/PictureRadio';
import { PresetIcon } from '../presets/PresetIcon';

const useStyles = makeStyles({
  icon: { display: 'grid' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, 36px)',
    gap: '4px',
    margin: '0 0 0 -4px',
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  choice: {
    width: '36px',
    height: '36px',
    borderRadius: '6px',
    ':has(:checked)': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorBrandForeground2,
      '@media (forced-colors: active)': { border: '2px solid Highlight' },
    },
  },
});

interface IconButtonProps {
  readonly icon: IconName;
  readonly colour: PresetColour | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The preset's icon, which unfolds all there are. */
export function IconButton({ icon, colour, open, onToggle }: IconButtonProps): ReactNode {
  const styles = useStyles();
  const colours = useClientColours();
  return (
    <Button
      data-icon-button=""
      aria-label={t('editor.icon.spoken', { icon: t(`icon.${icon}`) })}
      title={t('editor.icon')}
      aria-expanded={open}
      icon={
        <span className={mergeClasses(styles.icon, colour !== null && colours[colour])}>
          <PresetIcon icon={icon} />
        </span>
      }
      onClick={onToggle}
    />
  );
}

interface IconChoiceProps {
  readonly icon: IconName;
  readonly onChange: (icon: IconName) => void;
  readonly onClose: () => void;
}

/** All icons, as a group of radio buttons with names. Arrows try them out; a click, Enter or Esc closes it. */
export function IconChoice({ icon, onChange, onClose }: IconChoiceProps): ReactNode {
  const styles = useStyles();
  const group = useId();
  const whole = useRef<HTMLFieldSetElement>(null);
  const close = (): void => {
    // The focus must not go with what had it.
    whole.current?.parentElement?.querySelector<HTMLElement>('[data-icon-button]')?.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    close();
  };
  return (
    <fieldset ref={whole} className={styles.grid} onKeyDown={onKeyDown}>
      <legend className="spoken">{t('editor.icon')}</legend>
      {presetIcons.map((each) => (
        <PictureRadio
          key={each}
          group={group}
          name={t(`icon.${each}`)}
          checked={each === icon}
          className={styles.choice}
          onChange={() => onChange(each)}
          onPress={close}
        >
          <PresetIcon icon={each} />
        </PictureRadio>
      ))}
    </fieldset>
  );
}
