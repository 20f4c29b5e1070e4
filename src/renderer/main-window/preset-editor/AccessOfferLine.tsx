import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { AccessOffer } from './access-advice';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 8px 8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    lineHeight: '20px',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  icon: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorBrandForeground2 },
  words: { flex: '1 1 160px', minWidth: 0, overflowWrap: 'anywhere' },
});

interface AccessOfferLineProps {
  readonly offer: AccessOffer;
  readonly onTake: () => void;
}

/** Something that was typed looks like something else: one press puts it right. */
export function AccessOfferLine({ offer, onTake }: AccessOfferLineProps): ReactNode {
  const styles = useStyles();
  const { words, button } = wordsOf(offer);
  return (
    <div role="status" className={styles.line}>
      <LightbulbRegular className={styles.icon} aria-hidden />
      <span className={styles.words}>{words}</span>
      <Button size="small" onClick={onTake}>
        {button}
      </Button>
    </div>
  );
}

function wordsOf(offer: AccessOffer): { readonly words: string; readonly button: string } {
  switch (offer.kind) {
    case 'resource-of-url':
      return {
        words:
          offer.name === undefined
            ? t('editor.offer.url', { resource: offer.access })
            : t('editor.offer.url.known', { name: offer.name, resource: offer.access }),
        button: t('editor.offer.url.take'),
      };
    case 'as-scopes':
      return { words: t('editor.offer.scope'), button: t('editor.offer.scope.take') };
    case 'add-default':
      return { words: t('editor.offer.default'), button: t('editor.offer.default.take') };
    case 'split':
      return {
        words: t('editor.offer.split', { count: offer.others.length + 1 }),
        button: t('editor.offer.split.take'),
      };
  }
}
