import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import { Fragment, type ReactNode } from 'react';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import { isPassword } from '../../../shared/delivery';
import { t } from '../../../shared/messages';
import { command } from '../run-command';

const useStyles = makeStyles({
  details: { padding: '0 8px 12px 52px', fontSize: '12px', lineHeight: '16px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  note: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    marginTop: '8px',
    fontSize: '12px',
    lineHeight: '16px',
  },
});

/** All that is known of a row in the cloud in use. */
export function RowDetails({
  id,
  offered: { row, resource, target },
}: {
  readonly id: string;
  readonly offered: OfferedRow;
}): ReactNode {
  const styles = useStyles();
  const unverified = target?.unverified ?? [];
  return (
    <div id={id} className={styles.details}>
      <dl className={styles.facts}>
        <dt className={styles.name}>{t('catalogue.details.resource')}</dt>
        <dd className={styles.value}>{resource}</dd>
        {target?.requests.map(({ name, method, url, headers }) => (
          <Fragment key={`${method} ${url}`}>
            <dt className={styles.name}>{name ?? t('catalogue.details.request')}</dt>
            <dd className={styles.value}>
              {method} {url}
              {headers.map((header) => (
                <div key={header.name}>
                  {header.name}: {header.value}
                </div>
              ))}
            </dd>
          </Fragment>
        ))}
        <dt className={styles.name}>{t('catalogue.details.id')}</dt>
        <dd className={styles.value}>{row.id}</dd>
      </dl>
      {isPassword(row.delivery) && <p className={styles.note}>{t('catalogue.details.no-request')}</p>}
      {row.needsOwnClient && <p className={styles.note}>{t('catalogue.details.needs-own-client')}</p>}
      {unverified.map((what) => (
        <p key={what} className={styles.note}>
          {t(`catalogue.details.${what}-not-verified`)}
        </p>
      ))}
      <Link
        as="button"
        className={styles.link}
        aria-label={t('catalogue.details.documentation.named', { name: row.name })}
        onClick={() => command('openCatalogueLink', { id: row.id })}
      >
        {t('catalogue.details.documentation')}
        <OpenRegular aria-hidden />
      </Link>
    </div>
  );
}
