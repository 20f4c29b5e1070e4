import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { catalogueRow } from '../../../shared/catalogue/catalogue';
import { azureCloudOf } from '../../../shared/catalogue/known-hosts';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import type { Dropped, Recognised } from '../../../shared/catalogue/recognised';
import { emptyTarget, requestDraftOf } from '../../../shared/draft-of-preset';
import { t } from '../../../shared/messages';
import type { SampleRequest } from '../../../shared/preset';
import { describeAccess, resourceLabel, scopeForResource } from '../../../shared/scopes';
import { usePageActions } from '../presets/page-actions';
import { command } from '../run-command';
import { PasteCard } from './PasteCard';
import { pastedChoices, type PastedChoice } from './pasted-choice';
import { RowBadges } from './RowBadges';
import type { AddRow } from './use-add-row';
import type { CatalogueCloud } from './use-catalogue-cloud';

const useStyles = makeStyles({
  request: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'text' },
  method: { fontWeight: 600 },
});

/** What a long address or a body of many lines shows of itself. */
const shownLength = 200;

interface PastedCardsProps {
  readonly recognised: Recognised;
  readonly cloud: CatalogueCloud;
  readonly adding: AddRow;
}

/** Says what was pasted, and makes a preset of it. */
export function PastedCards({ recognised, cloud, adding }: PastedCardsProps): ReactNode {
  switch (recognised.kind) {
    case 'nothing':
      return null;
    case 'catalogue':
      return recognised.cloud === azureCloudOf(cloud.cloudId) ? (
        pastedChoices(recognised, cloud.rows).map((choice) => (
          <RowCard key={choice.offered.row.id} choice={choice} dropped={recognised.dropped} adding={adding} />
        ))
      ) : (
        <PasteCard
          icon={recognised.row.icon}
          title={recognised.row.name}
          lines={<p>{t('paste.other-cloud', { cloud: t(`paste.cloud.${recognised.cloud}`) })}</p>}
        />
      );
    case 'own':
      return <OwnCard {...recognised} cloudId={cloud.cloudId} />;
    case 'scopes':
      return <ScopesCard {...recognised} cloudId={cloud.cloudId} />;
    case 'retired':
      return <RetiredCard api={recognised.api} rows={cloud.rows} adding={adding} />;
    case 'problem':
      return (
        <PasteCard
          icon="custom"
          title={t('paste.label')}
          lines={
            <p>
              {recognised.problem === 'scopes-of-two-resources'
                ? t('paste.problem.scopes-of-two-resources', {
                    resources: (recognised.resources ?? []).slice(0, 5).join(', '),
                  })
                : t(`paste.problem.${recognised.problem}`)}
            </p>
          }
        />
      );
  }
}

function RequestLine({ request }: { readonly request: SampleRequest }): ReactNode {
  const styles = useStyles();
  const { method, url } = request;
  return (
    <p className={styles.request}>
      <span className={styles.method}>{method}</span>{' '}
      {url.length > shownLength ? `${url.slice(0, shownLength)}…` : url}
    </p>
  );
}

const droppedWords = (dropped: readonly Dropped[]): ReactNode =>
  dropped.length > 0 && (
    <p>{t('paste.dropped', { things: dropped.map((what) => t(`paste.dropped.${what}`)).join(', ') })}</p>
  );

interface RowCardProps {
  readonly choice: PastedChoice;
  readonly dropped: readonly Dropped[];
  readonly adding: AddRow;
}

function RowCard({ choice, dropped, adding }: RowCardProps): ReactNode {
  const { offered, request, name, host } = choice;
  const { row } = offered;
  const wanted = { row, name, resource: choice.resource, ...(request === undefined ? {} : { request }) };
  return (
    <PasteCard
      icon={row.icon}
      title={host === undefined ? row.name : t('paste.catalogue.title', { name: row.name, host })}
      badges={<RowBadges offered={offered} added={false} />}
      lines={
        <>
          {request !== undefined && <RequestLine request={request} />}
          {droppedWords(dropped)}
          {row.needsOwnClient && <p>{t('catalogue.details.needs-own-client')}</p>}
        </>
      }
      buttons={
        <>
          <Button
            appearance="primary"
            data-paste-action
            aria-label={t('catalogue.add.named', { name: row.name })}
            onClick={() => adding.add(wanted)}
          >
            {t('catalogue.add')}
          </Button>
          <Button onClick={() => adding.editFirst(wanted)}>{t('paste.edit-first')}</Button>
        </>
      }
    />
  );
}

interface OwnCardProps {
  readonly host: string;
  readonly request: SampleRequest;
  readonly dropped: readonly Dropped[];
  readonly cloudId: string;
}

function OwnCard({ host, request, dropped, cloudId }: OwnCardProps): ReactNode {
  const { addPreset } = usePageActions();
  const next = (): void =>
    addPreset({
      name: host,
      targets: { [cloudId]: { ...emptyTarget(), requests: [requestDraftOf(request)] } },
    });
  return (
    <PasteCard
      icon="custom"
      title={t('paste.own.title', { host })}
      lines={
        <>
          <RequestLine request={request} />
          <p>{t('paste.own.text')}</p>
          {droppedWords(dropped)}
        </>
      }
      buttons={
        <Button appearance="primary" data-paste-action onClick={next}>
          {t('paste.continue')}
        </Button>
      }
    />
  );
}

interface ScopesCardProps extends Omit<Extract<Recognised, { kind: 'scopes' }>, 'kind'> {
  readonly cloudId: string;
}

function ScopesCard({ scopes, resource, row, url, cloudId }: ScopesCardProps): ReactNode {
  const { addPreset } = usePageActions();
  const label = resourceLabel([scopeForResource(resource)]);
  const cloud = azureCloudOf(cloudId);
  const sample = cloud === undefined ? undefined : row?.targets[cloud]?.requests[0];
  const next = (): void => {
    const { kind, text } = describeAccess(scopes);
    const empty = emptyTarget();
    const requests = url === undefined ? empty.requests : [{ ...empty.requests[0], ...plainGet(url) }];
    addPreset({
      name: row?.name ?? label,
      icon: row?.icon ?? 'custom',
      targets: {
        [cloudId]: {
          accessKind: kind,
          access: text,
          requests: url === undefined && sample !== undefined ? [requestDraftOf(sample)] : requests,
        },
      },
    });
  };
  return (
    <PasteCard
      icon={row?.icon ?? 'custom'}
      title={t('paste.scopes.title', { resource: row?.name ?? label })}
      lines={
        <>
          <p>{scopes.slice(0, 10).join(' ')}</p>
          <p>{t('paste.scopes.text')}</p>
        </>
      }
      buttons={
        <Button appearance="primary" data-paste-action onClick={next}>
          {t('paste.continue')}
        </Button>
      }
    />
  );
}

const plainGet = (url: string) => requestDraftOf({ method: 'GET', url, headers: [] });

interface RetiredCardProps {
  readonly api: Extract<Recognised, { kind: 'retired' }>['api'];
  readonly rows: readonly OfferedRow[];
  readonly adding: AddRow;
}

function RetiredCard({ api, rows, adding }: RetiredCardProps): ReactNode {
  const successor = api.successor === undefined ? undefined : catalogueRow(api.successor);
  const offered = rows.find(({ row }) => row === successor);
  return (
    <PasteCard
      icon="shield"
      title={t('paste.retired.title', { name: api.name })}
      lines={
        <p>
          {successor === undefined
            ? t('paste.retired.text')
            : t('paste.retired.successor', { name: successor.name })}
        </p>
      }
      buttons={
        <>
          {offered !== undefined && (
            <Button
              appearance="primary"
              data-paste-action
              onClick={() =>
                adding.add({ row: offered.row, name: offered.row.name, resource: offered.resource })
              }
            >
              {t('paste.retired.add', { name: offered.row.name })}
            </Button>
          )}
          <Button onClick={() => command('openCatalogueLink', { id: api.id })}>
            {t('paste.retired.documentation')}
          </Button>
        </>
      }
    />
  );
}
