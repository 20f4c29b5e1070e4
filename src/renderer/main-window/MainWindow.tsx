import type { ReactNode } from 'react';
import { useSnapshotIfAny } from '../bridge/use-snapshot';
import { Look } from '../look/Look';
import { ClipboardBar } from './clipboard/ClipboardBar';
import { FailureSheet } from './failure/FailureSheet';
import { Loading } from './loading/Loading';
import { Notices } from './notices/Notices';
import { PresetsPage } from './presets/PresetsPage';
import { SigningInSheet } from './sign-in/SigningInSheet';
import { ToastArea } from './toast/ToastArea';
import { Welcome } from './welcome/Welcome';
import { useWindowStyles } from './window-styles';

/** All a person sees of the main window. The page is the snapshot's; sheets lie over it. */
export function MainWindow(): ReactNode {
  const theme = useSnapshotIfAny((snapshot) => snapshot?.theme ?? 'system');
  const page = useSnapshotIfAny((snapshot) => snapshot?.page ?? 'loading');
  return <Look theme={theme}>{page === 'loading' ? <Loading /> : <LoadedWindow page={page} />}</Look>;
}

function LoadedWindow({ page }: { readonly page: 'welcome' | 'presets' }): ReactNode {
  const styles = useWindowStyles();
  return (
    <div className={styles.window}>
      {page === 'welcome' ? (
        <>
          <Welcome notices={<Notices />} />
          <FailureSheet />
        </>
      ) : (
        <PresetsPage notices={<Notices />} over={<FailureSheet />} />
      )}
      <ToastArea />
      <ClipboardBar />
      <SigningInSheet />
    </div>
  );
}
