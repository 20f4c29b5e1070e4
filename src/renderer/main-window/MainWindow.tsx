import { Activity as Part, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useSnapshot, useSnapshotIfAny } from '../bridge/use-snapshot';
import { Look } from '../look/Look';
import { AccountPage } from './accounts/AccountPage';
import { AccountsPage } from './accounts/AccountsPage';
import { awaitCard } from './accounts/awaited-card';
import { ActivityPage } from './activity/ActivityPage';
import { Announcer } from './announcements/Announcer';
import { AutomationPage } from './automation/AutomationPage';
import { AddClientPage } from './client-applications/AddClientPage';
import { CataloguePage } from './catalogue/CataloguePage';
import { startCatalogueWith } from './catalogue/catalogue-start';
import { ClientSheets, type ClientSheet } from './client-applications/ClientSheets';
import { ClipboardBar } from './clipboard/ClipboardBar';
import { FailureSheet } from './failure/FailureSheet';
import { HotkeySheet } from './hotkeys/HotkeySheet';
import { InspectorPage } from './inspector/InspectorPage';
import { Loading } from './loading/Loading';
import { Notices } from './notices/Notices';
import { usePageBefore } from './pages/use-page-before';
import { useReturnFocus } from './pages/use-return-focus';
import { useSettingsKey } from './pages/use-settings-key';
import type { EditorTarget } from './preset-editor/editor-target';
import { EditorPart } from './preset-editor/EditorPart';
import { useEditor } from './preset-editor/use-editor';
import { PageActionsContext, type PageActions, type PresetsSheet } from './presets/page-actions';
import { PresetsPage } from './presets/PresetsPage';
import { QuestionSheet } from './questions/QuestionSheet';
import { command } from './run-command';
import { SettingsPage } from './settings/SettingsPage';
import { DropTarget } from './sharing/DropTarget';
import { SharingPage } from './sharing/SharingPage';
import { SigningInSheet } from './sign-in/SigningInSheet';
import { TemplatesPage } from './templates/TemplatesPage';
import { ToastArea } from './toast/ToastArea';
import { TryItPage } from './try-it/TryItPage';
import { Welcome } from './welcome/Welcome';
import { RegistrationSheet } from './welcome/RegistrationSheet';
import { useWindowStyles } from './window-styles';

/** All a person sees of the main window. The page is the snapshot's; sheets lie over it. */
export function MainWindow(): ReactNode {
  const theme = useSnapshotIfAny((snapshot) => snapshot?.theme ?? 'system');
  const page = useSnapshotIfAny((snapshot) => snapshot?.page ?? 'loading');
  return <Look theme={theme}>{page === 'loading' ? <Loading /> : <LoadedWindow page={page} />}</Look>;
}

function LoadedWindow({ page }: { readonly page: 'welcome' | 'presets' }): ReactNode {
  const styles = useWindowStyles();
  const shown = useSnapshot((snapshot) => snapshot.windowPage);
  const accountId = useSnapshot((snapshot) => snapshot.account?.id);
  const main = useRef<HTMLDivElement>(null);
  const [sheet, setSheet] = useState<PresetsSheet>();
  const editor = useEditor();
  const { open: openEditor, target: edited } = editor;
  const isEditing = page === 'presets' && edited !== undefined;
  const [hotkeyOf, setHotkeyOf] = useState<string>();
  const [exportOf, setExportOf] = useState<string>();
  const [clientSheet, setClientSheet] = useState<ClientSheet>();
  const [registrationShown, setRegistrationShown] = useState(false);
  const actions = useMemo<PageActions>(() => {
    // A failure asks for one from any page.
    const toMain = (): void => {
      if (shown !== 'main') command('showPage', { page: 'main' });
    };
    const open = (wanted: PresetsSheet): void => {
      setSheet(wanted);
      toMain();
    };
    const edit = (target: EditorTarget): void => {
      openEditor(target);
      toMain();
    };
    return {
      addPreset: (start) => edit({ kind: 'add', start: typeof start === 'string' ? { name: start } : start }),
      openCatalogue: (typed) => {
        startCatalogueWith(typed);
        command('showPage', { page: 'catalogue' });
      },
      duplicatePreset: (presetId) => edit({ kind: 'copy', presetId }),
      editPreset: (presetId) => edit({ kind: 'edit', presetId }),
      showIdentity: (presetId) => open({ kind: 'who', presetId }),
      answerClaims: (presetId) => open({ kind: 'claims', presetId }),
      copyInOtherFormat: (presetId) => open({ kind: 'formats', presetId }),
      showClientApplications: (clientApplicationId) => {
        awaitCard(clientApplicationId);
        command('showPage', { page: 'accounts' });
      },
      addClientApplication: () => command('showPage', { page: 'add-client' }),
      showAccount: (accountKey = accountId) => {
        if (accountKey !== undefined) command('showAccount', { accountId: accountKey });
      },
      editCredential: (clientApplicationId) => {
        if (clientApplicationId === undefined) command('showPage', { page: 'accounts' });
        else setClientSheet({ kind: 'credential', clientApplicationId });
      },
      showRegistrationSteps: () => setRegistrationShown(true),
      exportPreset: (presetId) => {
        setExportOf(presetId);
        command('showPage', { page: 'sharing' });
      },
      editHotkey: setHotkeyOf,
    };
  }, [accountId, openEditor, shown]);
  useSettingsKey();
  useReturnFocus(main, shown === 'main' && !isEditing);
  const closeSheet = (): void => setSheet(undefined);
  const closeHotkey = useCallback(() => setHotkeyOf(undefined), []);
  const closeClientSheet = useCallback(() => setClientSheet(undefined), []);
  const before = usePageBefore(shown);
  const shownClientId = useSnapshot((snapshot) => snapshot.details?.client.id);
  // From the page with all accounts one goes back there, from everywhere else to the presets.
  const back = (): void => {
    if (before !== 'accounts') return command('showPage', { page: 'main' });
    actions.showClientApplications(shownClientId);
  };
  // Some are reached from the settings and from the presets.
  const backToSettings = (): void =>
    command('showPage', { page: before === 'settings' ? 'settings' : 'main' });
  return (
    <PageActionsContext value={actions}>
      <div className={styles.window}>
        <div ref={main} className={styles.main}>
          {/* Kept while another page is shown: search, scrolling and an open form are there again afterwards. */}
          <Part mode={shown === 'main' && !isEditing ? 'visible' : 'hidden'}>
            {page === 'welcome' ? (
              <Welcome notices={<Notices />} />
            ) : (
              <PresetsPage notices={<Notices />} sheet={sheet} onSheetClosed={closeSheet} />
            )}
          </Part>
        </div>
        {isEditing && <EditorPart editor={editor} target={edited} shown={shown === 'main'} />}
        {shown === 'settings' && <SettingsPage notices={<Notices />} />}
        {shown === 'templates' && <TemplatesPage notices={<Notices />} onBack={backToSettings} />}
        {shown === 'automation' && <AutomationPage notices={<Notices />} onBack={backToSettings} />}
        {shown === 'try-it' && <TryItPage notices={<Notices />} />}
        {shown === 'activity' && <ActivityPage notices={<Notices />} />}
        {shown === 'sharing' && (
          <SharingPage
            notices={<Notices />}
            exportOf={exportOf}
            onExportClosed={() => setExportOf(undefined)}
          />
        )}
        {shown === 'accounts' && <AccountsPage notices={<Notices />} />}
        {shown === 'account' && <AccountPage notices={<Notices />} onBack={back} />}
        {shown === 'inspector' && <InspectorPage notices={<Notices />} />}
        {shown === 'add-client' && <AddClientPage notices={<Notices />} onBack={back} />}
        <DropTarget />
        {shown === 'catalogue' && <CataloguePage notices={<Notices />} />}
        <Announcer />
        <ToastArea />
        <ClipboardBar />
        {hotkeyOf !== undefined && <HotkeySheet presetId={hotkeyOf} onClose={closeHotkey} />}
        {clientSheet !== undefined && <ClientSheets sheet={clientSheet} onClose={closeClientSheet} />}
        {registrationShown && <RegistrationSheet onClose={() => setRegistrationShown(false)} />}
        <FailureSheet />
        <QuestionSheet />
        <SigningInSheet />
      </div>
    </PageActionsContext>
  );
}
