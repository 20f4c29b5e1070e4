import { basename } from 'node:path';
import { t } from '../shared/messages';
import type { CommandArguments, CommandOutcome } from '../shared/ipc';
import { presetFileLimits } from '../shared/preset-file-limits';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { errorName } from './error-words';
import { done, copyPlain, type Outcomes } from './outcomes';
import type { Log } from './ports';
import type { PresetStore } from './presets/preset-store';
import { exportPresets } from './sharing/preset-export';
import type { PresetImports } from './sharing/preset-imports';
import type { AddedTeam, TeamCatalogues } from './sharing/team-catalogues';
import { idOutside, isOfTeam } from './sharing/team-presets';
import type { State } from './state';
import { readBounded } from './storage/bounded-file';

/** The system's dialogs, and the disk behind them. */
export interface FileDialogs {
  /** The path that the person has chosen; undefined: none. */
  readonly openFile: (title: string) => Promise<string | undefined>;
  readonly saveFile: (title: string, name: string) => Promise<string | undefined>;
  /** @throws what the file system throws */
  readonly write: (path: string, text: string) => Promise<void>;
}

export interface SharingServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly imports: PresetImports;
  readonly teams: TeamCatalogues;
  readonly dialogs: FileDialogs;
  readonly clipboard: SecretClipboard;
  readonly openMainWindow: () => void;
  readonly log: Log;
}

/** The commands that bring presets in, give them away, and subscribe to those of others. */
export class SharingCommands {
  constructor(
    private readonly services: SharingServices,
    private readonly outcomes: Outcomes,
  ) {}

  async chooseImportFile(): Promise<CommandOutcome> {
    if (this.isForbidden('ownPresets')) return this.outcomes.refused('an import, which is forbidden');
    const { dialogs, imports } = this.services;
    const path = await dialogs.openFile(t('import.dialog'));
    if (path === undefined) return done;
    imports.readFile(basename(path), await readBounded(path, presetFileLimits.size));
    return this.show();
  }

  importFile({ name, size, bytes }: CommandArguments<'importFile'>): CommandOutcome {
    if (this.isForbidden('ownPresets')) return this.outcomes.refused('an import, which is forbidden');
    this.services.imports.readBytes(basename(name), size, bytes);
    return this.show();
  }

  importText(text: string): CommandOutcome {
    if (this.isForbidden('ownPresets')) return this.outcomes.refused('an import, which is forbidden');
    this.services.imports.readText(text);
    return this.show();
  }

  async importPresets({ importId, choices }: CommandArguments<'importPresets'>): Promise<CommandOutcome> {
    if (this.isForbidden('ownPresets')) return this.outcomes.refused('an import, which is forbidden');
    return this.savingKnown(
      () => this.services.imports.apply(importId, choices),
      'importPresets for what is not shown',
    );
  }

  async undoImport(importId: string): Promise<CommandOutcome> {
    return this.savingKnown(() => this.services.imports.undo(importId), 'undoImport for an unknown import');
  }

  cancelImport(): CommandOutcome {
    this.services.imports.cancel();
    return done;
  }

  async exportPresets({ presetIds, to }: CommandArguments<'exportPresets'>): Promise<CommandOutcome> {
    const { presets, dialogs, clipboard, state, log } = this.services;
    const wanted = new Set(presetIds);
    const chosen = presets.all.filter(({ id }) => wanted.has(id));
    if (chosen.length === 0) return this.outcomes.refused('exportPresets for unknown presets');
    const { text, count, leftOut } = exportPresets(chosen, ({ id }) => idOutside(id));
    if (to === 'clipboard') {
      const outcome = await copyPlain(clipboard, text);
      if (outcome.outcome === 'done') state.update({ exported: { count, leftOut } });
      return outcome;
    }
    const path = await dialogs.saveFile(t('export.dialog'), 'token-tray-presets.json');
    if (path === undefined) return done;
    try {
      await dialogs.write(path, text);
      state.update({ exported: { file: basename(path), count, leftOut } });
    } catch (error) {
      log.error(`an export could not be written: ${errorName(error)}`);
      state.update({
        exported: { file: basename(path), count: 0, leftOut: [], problem: t('export.not-written') },
      });
    }
    return done;
  }

  /** Puts away what the page says of the last export, import or subscription. */
  dismiss(): CommandOutcome {
    this.services.state.update({ exported: undefined, importing: {}, teamRefused: undefined });
    return done;
  }

  async addTeam(source: string): Promise<CommandOutcome> {
    if (this.isForbidden('teamCatalogues')) return this.outcomes.refused('addTeam, which is forbidden');
    const { state, teams } = this.services;
    state.update({ teamRefused: undefined, isAddingTeam: true });
    try {
      const answers: AddedTeam[] = [];
      const outcome = await this.outcomes.saving(async () => {
        answers.push(await teams.add(source));
      });
      const [added] = answers;
      switch (added?.outcome) {
        case undefined:
          return outcome;
        case 'added':
          return done;
        case 'invalid':
          return { outcome: 'invalid', problems: { source: added.problem } };
        case 'known':
        case 'too-many':
          return { outcome: 'invalid', problems: { source: `source-${added.outcome}` } };
        case 'wrong':
          state.update({ teamRefused: { source, problem: added.problem } });
          return done;
      }
    } finally {
      state.update({ isAddingTeam: false });
    }
  }

  async chooseTeamFile(): Promise<CommandOutcome> {
    const path = await this.services.dialogs.openFile(t('team.dialog'));
    return path === undefined ? done : this.addTeam(path);
  }

  async removeTeam(teamId: string): Promise<CommandOutcome> {
    const { teams, presets } = this.services;
    return this.savingKnown(async () => {
      const isKnown = await teams.remove(teamId);
      if (isKnown) await presets.forgetGiven((id) => isOfTeam(teamId, id));
      return isKnown;
    }, 'removeTeam for an unknown catalogue');
  }

  async refreshTeam(teamId: string): Promise<CommandOutcome> {
    return (await this.services.teams.refresh(teamId))
      ? done
      : this.outcomes.refused('refreshTeam for an unknown catalogue');
  }

  private isForbidden(what: 'ownPresets' | 'teamCatalogues'): boolean {
    return this.services.state.value.forbidden.includes(what);
  }

  /** @param work says whether what it is about is there at all */
  private async savingKnown(work: () => Promise<boolean>, why: string): Promise<CommandOutcome> {
    const answers: boolean[] = [];
    const outcome = await this.outcomes.saving(async () => {
      answers.push(await work());
    });
    return answers[0] === false ? this.outcomes.refused(why) : outcome;
  }

  private show(): CommandOutcome {
    this.services.state.update({ windowPage: 'sharing', exported: undefined });
    this.services.openMainWindow();
    return done;
  }
}
