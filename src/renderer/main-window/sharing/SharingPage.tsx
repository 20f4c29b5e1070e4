import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { ImportRefused } from '../../../shared/sharing-view';
import { useSnapshot } from '../../bridge/use-snapshot';
import { PageContent } from '../pages/PageContent';
import { PageFrame } from '../pages/PageFrame';
import { AnswerCard } from './AnswerCard';
import { ExportAnswer } from './ExportAnswer';
import { ExportGroup } from './ExportGroup';
import { ExportSheet } from './ExportSheet';
import { placeWords } from './file-problem-words';
import { ImportGroup } from './ImportGroup';
import { ImportPreviewPage } from './ImportPreviewPage';
import { TeamsGroup } from './TeamsGroup';

const useStyles = makeStyles({ place: { color: tokens.colorNeutralForeground2, fontWeight: 600 } });

interface SharingPageProps {
  readonly notices: ReactNode;
  /** Asked for from a row's menu: the sheet for exporting opens with it. */
  readonly exportOf: string | undefined;
  readonly onExportClosed: () => void;
}

/** Presets of others in, one's own out, and the catalogues of teams. */
export function SharingPage({ notices, exportOf, onExportClosed }: SharingPageProps): ReactNode {
  const sharing = useSnapshot((snapshot) => snapshot.sharing);
  const [chosen, setChosen] = useState<readonly string[]>();
  const start = chosen ?? (exportOf === undefined ? undefined : [exportOf]);
  if (sharing === undefined) return null;
  const { importPreview, importRefused, exported, exportable } = sharing;
  if (importPreview !== undefined)
    return <ImportPreviewPage key={importPreview.id} preview={importPreview} notices={notices} />;
  const close = (): void => {
    setChosen(undefined);
    onExportClosed();
  };
  return (
    <PageFrame title={t('sharing.title')}>
      {notices}
      <PageContent>
        {importRefused !== undefined && <RefusedAnswer refused={importRefused} />}
        {exported !== undefined && <ExportAnswer report={exported} />}
        <ImportGroup />
        <ExportGroup exportable={exportable} onExport={setChosen} />
        <TeamsGroup sharing={sharing} />
      </PageContent>
      {start !== undefined && <ExportSheet exportable={exportable} start={start} onClose={close} />}
    </PageFrame>
  );
}

function RefusedAnswer({ refused: { file, problem } }: { readonly refused: ImportRefused }): ReactNode {
  const styles = useStyles();
  const where = placeWords(problem);
  return (
    <AnswerCard
      isGood={false}
      title={file === undefined ? t('import.refused.title') : t('import.refused.file', { file })}
    >
      {where !== undefined && <div className={styles.place}>{where}</div>}
      <div>{problem.reason}</div>
    </AnswerCard>
  );
}
