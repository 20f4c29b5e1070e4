import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import type { ClientColour } from '../../../shared/client-application';
import { t } from '../../../shared/messages';
import { clientColours, useClientColours } from '../accounts/client-colours';
import { PictureRadio } from '../form/PictureRadio';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBottom: '8px', lineHeight: '20px' },
  colours: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  choice: {
    width: '32px',
    height: '32px',
    borderRadius: '50%',
  },
  circle: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    backgroundColor: 'currentColor',
    forcedColorAdjust: 'none',
  },
  check: { fontSize: '14px', color: tokens.colorNeutralBackground1 },
});

interface ColourChoiceProps {
  readonly value: ClientColour;
  readonly onChange: (colour: ClientColour) => void;
}

/** The colours a client application can have, as a group of radio buttons with names. */
export function ColourChoice({ value, onChange }: ColourChoiceProps): ReactNode {
  const styles = useStyles();
  const colours = useClientColours();
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {t('colour')} <span className="spoken">{t(`colour.${value}`)}</span>
      </legend>
      <div className={styles.colours}>
        {clientColours.map((colour) => (
          <PictureRadio
            key={colour}
            group={group}
            name={t(`colour.${colour}`)}
            checked={colour === value}
            className={styles.choice}
            onChange={() => onChange(colour)}
          >
            <span className={mergeClasses(styles.circle, colours[colour])} aria-hidden>
              {colour === value && <CheckmarkFilled className={styles.check} />}
            </span>
          </PictureRadio>
        ))}
      </div>
    </fieldset>
  );
}
