import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { placeholdersIn } from '../../../shared/placeholders';
import type { RequestDraft } from '../../../shared/preset-draft';
import { useEditorStyles } from './editor-styles';
import { filledByAccount, placeholderParts } from './placeholder-parts';
import { sampleOf } from './preview';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '4px' },
  address: { color: tokens.colorNeutralForeground3 },
  mark: {
    padding: '0 2px',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
});

const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/** The address with its `{placeholders}` marked, and who fills them in. Nothing where there are none. */
export function Placeholders({ request }: { readonly request: RequestDraft }): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const { url } = request;
  const all = placeholdersIn(sampleOf(request)).map(({ name }) => name);
  if (all.length === 0) return null;
  const byAccount = all.filter((each) => filledByAccount.has(each));
  const byPerson = all.filter((each) => !filledByAccount.has(each));
  return (
    <div className={styles.whole}>
      {placeholderParts(url).length > 1 && (
        <code className={`${common.code} ${styles.address}`} aria-hidden>
          {placeholderParts(url).map((part, index) =>
            index % 2 === 1 ? (
              <mark key={index} className={styles.mark}>
                {`{${part}}`}
              </mark>
            ) : (
              part
            ),
          )}
        </code>
      )}
      {byAccount.length > 0 && (
        <p className={common.quiet}>{t('editor.placeholders.account', { names: inBraces(byAccount) })}</p>
      )}
      {byPerson.length > 0 && (
        <p className={common.quiet}>{t('editor.placeholders.person', { names: inBraces(byPerson) })}</p>
      )}
    </div>
  );
}
