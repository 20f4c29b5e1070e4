import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled, ProhibitedRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { presetColours, type PresetColour } from '../../../shared/preset-looks';
import { useClientColours } from '../accounts/client-colours';
import { PictureRadio } from '../form/PictureRadio';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    margin: '0 0 0 -4px',
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  choice: {
    width: '28px',
    height: '28px',
    borderRadius: '50%',
  },
  circle: {
    display: 'grid',
    placeItems: 'center',
    width: '20px',
    height: '20px',
    borderRadius: '50%',
    backgroundColor: 'currentColor',
    forcedColorAdjust: 'none',
  },
  none: { backgroundColor: 'transparent', color: tokens.colorNeutralForeground3, fontSize: '20px' },
  chosen: { color: tokens.colorNeutralForeground1 },
  check: { fontSize: '12px', color: tokens.colorNeutralBackground1 },
});

interface ColourPickerProps {
  readonly value: PresetColour | null;
  readonly onChange: (colour: PresetColour | null) => void;
}

/** The colours of presets, or none, as a group of radio buttons with names. */
export function ColourPicker({ value, onChange }: ColourPickerProps): ReactNode {
  const styles = useStyles();
  const colours = useClientColours();
  const group = useId();
  const choice = (colour: PresetColour | null): ReactNode => {
    const name = t(colour === null ? 'editor.colour.none' : `colour.${colour}`);
    const chosen = colour === value;
    return (
      <PictureRadio
        key={colour ?? 'none'}
        group={group}
        name={name}
        checked={chosen}
        className={styles.choice}
        onChange={() => onChange(colour)}
      >
        {colour === null ? (
          <span className={mergeClasses(styles.circle, styles.none, chosen && styles.chosen)} aria-hidden>
            {chosen ? <CheckmarkFilled fontSize={16} /> : <ProhibitedRegular />}
          </span>
        ) : (
          <span className={mergeClasses(styles.circle, colours[colour])} aria-hidden>
            {chosen && <CheckmarkFilled className={styles.check} />}
          </span>
        )}
      </PictureRadio>
    );
  };
  return (
    <fieldset className={styles.group}>
      <legend className="spoken">{t('colour')}</legend>
      {[null, ...presetColours].map(choice)}
    </fieldset>
  );
}
