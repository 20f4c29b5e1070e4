import { mergeClasses, useThemeClassName } from '@fluentui/react-components';
import {
  ChevronDownRegular,
  LockClosedRegular,
  MoreHorizontalRegular,
  PinFilled,
  PinRegular,
} from '@fluentui/react-icons';
import { memo, useRef, type ReactNode } from 'react';
import type { PresetView } from '../../../shared/snapshot';
import { commandFormat } from '../../../shared/offered-formats';
import { t } from '../../../shared/messages';
import { presetPlace } from '../../preset-place';
import { useFormatOffer } from '../../use-format-offer';
import { CopyButton } from './CopyButton';
import { KeepFreshMark } from './KeepFreshMark';
import { rowHeight } from './list-layout';
import { markedParts } from './marked-parts';
import { mayMove, togglePin } from './preset-commands';
import type { MenuKind } from './PresetMenu';
import { useRowButtonStyles } from './row-button-styles';
import { useRowStyles } from './row-styles';
import { useRowDrag } from './use-row-drag';
import { TimeStatus } from './TimeStatus';
import { TokenRing } from './TokenRing';
import { usePatientToken } from '../../time/use-patient-token';

interface PresetRowProps {
  readonly preset: PresetView;
  /** Its place in its section, from 0. */
  readonly index: number;
  readonly inTabOrder: boolean;
  readonly menuOpen: MenuKind | undefined;
  readonly dragged: boolean;
  /** What is searched for: see `wordsOf`. */
  readonly words: readonly string[];
}

export const PresetRow = memo(function PresetRow({
  preset,
  index,
  inTabOrder,
  menuOpen,
  dragged,
  words,
}: PresetRowProps): ReactNode {
  const styles = useRowStyles();
  const theme = useThemeClassName();
  const row = useRef<HTMLDivElement>(null);
  const buttons = useRowButtonStyles();
  const token = usePatientToken(preset);
  const offer = useFormatOffer();
  const command = commandFormat(offer, preset);
  const { id, name, pinned } = preset;
  const place = [presetPlace(preset), ...preset.tags].join(' · ');
  const tabIndex = inTabOrder ? 0 : -1;
  const part = (of: string): string => `preset-${id}-${of}`;
  useRowDrag(row, {
    presetId: id,
    name,
    previewClass: mergeClasses(theme, styles.preview),
    mayMove: () => mayMove(preset, words.length > 0),
  });
  return (
    <div
      ref={row}
      role="row"
      className={mergeClasses(
        styles.row,
        menuOpen !== undefined && styles.rowWithMenu,
        dragged && styles.dragged,
      )}
      style={{ top: index * rowHeight }}
      data-preset-id={id}
      aria-rowindex={index + 1}
      tabIndex={tabIndex}
      aria-labelledby={part('name')}
      aria-describedby={`${part('resource')} ${part('status')} ${part('date')}`}
    >
      <TokenRing icon={preset.icon} colour={preset.colour} token={token} />
      <div className={styles.lines}>
        <div className={styles.line}>
          <div role="gridcell" className={styles.nameCell}>
            <span id={part('name')} className={styles.name} title={name}>
              {words.length === 0
                ? name
                : markedParts(name, words).map(({ text, marked }, part) =>
                    marked ? (
                      <mark key={part} className={styles.mark}>
                        {text}
                      </mark>
                    ) : (
                      text
                    ),
                  )}
            </span>
            {preset.isManaged && (
              <span title={givenWords(preset)}>
                <LockClosedRegular className={styles.lock} aria-label={givenWords(preset)} role="img" />
              </span>
            )}
            <button
              type="button"
              tabIndex={tabIndex}
              className={mergeClasses(buttons.icon, !pinned && styles.onDemand)}
              aria-label={t(pinned ? 'row.unpin.spoken' : 'row.pin.spoken', { name })}
              onClick={() => togglePin(preset)}
            >
              {pinned ? <PinFilled className={styles.pinned} /> : <PinRegular />}
            </button>
          </div>
          <div role="gridcell" id={part('status')} className={styles.status}>
            <TimeStatus token={token} dateId={part('date')} />
          </div>
        </div>
        <div className={styles.line}>
          <div role="gridcell" id={part('resource')} className={styles.resourceCell}>
            <KeepFreshMark preset={preset} tabIndex={tabIndex} />
            <span
              className={preset.keepFreshStopped === undefined ? styles.resource : 'spoken'}
              title={place}
            >
              {place}
            </span>
          </div>
          <div role="gridcell" className={styles.buttons}>
            {!offer.forbidden.includes('token') && (
              <CopyButton preset={preset} format="token" tabIndex={tabIndex} />
            )}
            <span className={styles.split}>
              {command !== undefined && (
                <CopyButton
                  preset={preset}
                  format={command}
                  tabIndex={tabIndex}
                  className={styles.splitStart}
                />
              )}
              <button
                type="button"
                tabIndex={tabIndex}
                className={mergeClasses(buttons.copy, styles.splitEnd)}
                aria-label={t('row.formats.spoken', { name })}
                title={t('row.formats')}
                aria-haspopup="menu"
                aria-expanded={menuOpen === 'formats'}
                data-menu="formats"
              >
                <ChevronDownRegular />
              </button>
            </span>
            <button
              type="button"
              tabIndex={tabIndex}
              className={buttons.icon}
              aria-label={t('row.more.spoken', { name })}
              aria-haspopup="menu"
              aria-expanded={menuOpen === 'all'}
              data-menu="all"
            >
              <MoreHorizontalRegular />
            </button>
          </div>
        </div>
      </div>
    </div>
  );
});

/** Who keeps a preset that cannot be changed here. */
const givenWords = ({ team }: PresetView): string =>
  team === undefined ? t('row.managed') : t('row.team', { team });
