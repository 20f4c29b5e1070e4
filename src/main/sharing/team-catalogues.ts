import { t } from '../../shared/messages';
import type { Preset } from '../../shared/preset';
import type { FileProblem } from '../../shared/snapshot';
import type { TeamChange, TeamView } from '../../shared/sharing-view';
import { errorName } from '../error-words';
import type { After, Log, Now } from '../ports';
import type { JsonDocument } from '../storage/json-document';
import { getCatalogue, type CatalogueReaders } from './get-catalogue';
import { readImportBytes } from './read-import';
import type { TeamCopies } from './team-copies';
import { teamChange, teamPresets } from './team-presets';
import { parseTeamSource, sourceName, sourceText, type SourceProblem, type TeamSource } from './team-source';
import type { TeamsFile, TeamState } from './teams-file';

const day = 24 * 3600_000;
/** After a failure it is tried again sooner. */
const hour = 3600_000;
/** Timers stand still while a computer sleeps, so the clock is looked at again after this time at the latest, in ms. */
const longestWait = hour;
const shortestWait = 1000;

/** How many a person may add. */
export const mostTeams = 5;

/** A catalogue that the organisation has laid down. */
export interface ManagedTeam {
  readonly id: string;
  readonly source: string;
  readonly name?: string | undefined;
}

export interface TeamCatalogueOptions {
  readonly document: Pick<JsonDocument<TeamsFile>, 'value' | 'save'>;
  readonly copies: TeamCopies;
  readonly readers: CatalogueReaders;
  readonly managed: readonly ManagedTeam[];
  /** The organisation lets nobody have catalogues of their own: those of before are not used. */
  readonly ownAreForbidden: boolean;
  readonly platform: NodeJS.Platform;
  readonly changed: (teams: readonly TeamView[], presets: readonly Preset[], presetsChanged: boolean) => void;
  /** A catalogue reads differently than it did. */
  readonly announce: (name: string, change: TeamChange) => void;
  readonly newId: () => string;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
}

/** One catalogue and its last good copy. */
interface Team {
  readonly id: string;
  readonly source: TeamSource;
  readonly isManaged: boolean;
  readonly name: string;
  readonly presets: readonly Preset[];
  readonly hasCopy: boolean;
  readonly isChecking: boolean;
  readonly problem?: FileProblem | undefined;
}

export type AddedTeam =
  | { readonly outcome: 'added' | 'known' | 'too-many' }
  | { readonly outcome: 'invalid'; readonly problem: SourceProblem }
  | { readonly outcome: 'wrong'; readonly problem: FileProblem };

/**
 * Presets that teams keep for others: got once a day, unless they are still the same. What cannot be got, or is not good,
 * touches nothing of the last good copy.
 */
export class TeamCatalogues {
  private teams: readonly Team[] = [];
  private presets: readonly Preset[] = [];
  private cancelTimer: (() => void) | undefined;
  private isOver = false;

  constructor(private readonly options: TeamCatalogueOptions) {}

  /** Takes the last good copies; asks nobody. */
  async open(): Promise<void> {
    const { document, managed, ownAreForbidden, platform } = this.options;
    const wanted = [
      ...managed.map((team) => ({ ...team, isManaged: true })),
      ...(ownAreForbidden ? [] : document.value.teams.map((team) => ({ ...team, isManaged: false }))),
    ];
    this.teams = await Promise.all(
      wanted.flatMap((team) => {
        const parsed = parseTeamSource(team.source, platform);
        return parsed.ok ? [this.fromCopy({ ...team, source: parsed.source })] : [];
      }),
    );
    if (this.teams.length > 0) this.tell(true);
  }

  /** Begins to look after them. */
  start(): void {
    this.look();
  }

  /** The computer has been asleep: one may be due. */
  resumed(): void {
    this.look();
  }

  stop(): void {
    this.isOver = true;
    this.cancelTimer?.();
  }

  /** Subscribes to one, if it can be got. @throws when it cannot be kept; what only cannot be written is there all the same */
  async add(text: string): Promise<AddedTeam> {
    const { document, platform, readers, newId, now } = this.options;
    const parsed = parseTeamSource(text, platform);
    if (!parsed.ok) return { outcome: 'invalid', problem: parsed.problem };
    const { source } = parsed;
    if (this.knows(source)) return { outcome: 'known' };
    if (document.value.teams.length >= mostTeams) return { outcome: 'too-many' };
    const got = await getCatalogue(source, undefined, readers);
    if (got.kind === 'wrong') return { outcome: 'wrong', problem: got.problem };
    // While it was being got, somebody may have pressed the button again.
    if (got.kind === 'unchanged' || this.knows(source)) return { outcome: 'known' };
    if (document.value.teams.length >= mostTeams) return { outcome: 'too-many' };
    const id = newId();
    const { file, bytes, etag } = got;
    const at = now();
    const { value } = document;
    const saving = document.save({
      ...value,
      teams: [...value.teams, { id, source: sourceText(source) }],
      states: {
        ...value.states,
        [id]: { triedOn: at, checkedOn: at, ...(etag === undefined ? {} : { etag }) },
      },
    });
    // What could not be read back is not taken.
    if (document.value.teams.some((each) => each.id === id)) {
      this.teams = [
        ...this.teams,
        {
          id,
          source,
          isManaged: false,
          name: file.name ?? sourceName(source),
          presets: teamPresets(id, file),
          hasCopy: true,
          isChecking: false,
        },
      ];
      this.tell(true);
      this.look();
    }
    await saving;
    if (this.has(id)) await this.writeCopy(id, bytes);
    return { outcome: 'added' };
  }

  /** Removes one of the person's own, with its presets. */
  async remove(id: string): Promise<boolean> {
    const { document, copies } = this.options;
    const team = this.teams.find((each) => each.id === id);
    if (team === undefined || team.isManaged) return false;
    this.teams = this.teams.filter((each) => each !== team);
    const { teams, states, ...rest } = document.value;
    const { [id]: _gone, ...others } = states;
    const saving = document.save({ ...rest, teams: teams.filter((each) => each.id !== id), states: others });
    this.tell(true);
    await Promise.all([saving, copies.remove(id)]);
    return true;
  }

  /** Asks for one now. False: there is none with this id. */
  async refresh(id: string): Promise<boolean> {
    const isThere = this.has(id);
    if (isThere) await this.check(id);
    return isThere;
  }

  private has(id: string): boolean {
    return this.teams.some((team) => team.id === id);
  }

  private knows(source: TeamSource): boolean {
    return this.teams.some((team) => sourceText(team.source) === sourceText(source));
  }

  private async fromCopy({
    id,
    source,
    isManaged,
    name,
  }: {
    readonly id: string;
    readonly source: TeamSource;
    readonly isManaged: boolean;
    readonly name?: string | undefined;
  }): Promise<Team> {
    const bytes = await this.options.copies.read(id);
    const read = bytes === undefined ? undefined : readImportBytes(bytes);
    const file = read?.kind === 'presets' ? read.file : undefined;
    return {
      id,
      source,
      isManaged,
      name: file?.name ?? name ?? sourceName(source),
      presets: file === undefined ? [] : teamPresets(id, file),
      hasCopy: file !== undefined,
      isChecking: false,
    };
  }

  private stateOf(id: string): TeamState {
    return this.options.document.value.states[id] ?? {};
  }

  /** When to ask for one again, in ms since the epoch. A clock that was set back makes it due. */
  private dueOn({ id, hasCopy, problem }: Team): number {
    const { triedOn, checkedOn } = this.stateOf(id);
    if (triedOn === undefined || triedOn > this.options.now()) return 0;
    const wentWell = hasCopy && problem === undefined && checkedOn !== undefined && checkedOn >= triedOn;
    return triedOn + (wentWell ? day : hour);
  }

  private look(): void {
    this.cancelTimer?.();
    if (this.isOver || this.teams.length === 0) return;
    const { now, after } = this.options;
    for (const team of this.teams)
      if (!team.isChecking && this.dueOn(team) <= now()) void this.check(team.id);
    const nextOn = Math.min(...this.teams.map((team) => (team.isChecking ? Infinity : this.dueOn(team))));
    const wait = Math.min(longestWait, Math.max(shortestWait, nextOn - now()));
    this.cancelTimer = after(wait, () => this.look());
  }

  /** Never throws: nobody waits for the daily one. */
  private async check(id: string): Promise<void> {
    try {
      await this.ask(id);
    } catch (error) {
      const { log, now } = this.options;
      log.error(`a team catalogue could not be read: ${errorName(error)}`);
      this.update(id, { isChecking: false, problem: { reason: t('team.wrong.unforeseen') } });
      await this.keep(id, { ...this.stateOf(id), triedOn: now() });
    }
    this.look();
  }

  private async ask(id: string): Promise<void> {
    const team = this.teams.find((each) => each.id === id);
    if (team === undefined || team.isChecking) return;
    const { readers, now } = this.options;
    this.update(id, { isChecking: true });
    const state = this.stateOf(id);
    const triedOn = now();
    const got = await getCatalogue(team.source, team.hasCopy ? state.etag : undefined, readers);
    if (this.isOver || !this.has(id)) return;
    if (got.kind === 'good') await this.take(team, got, triedOn);
    else if (got.kind === 'unchanged') {
      this.update(id, { isChecking: false, problem: undefined });
      await this.keep(id, { ...state, triedOn, checkedOn: triedOn });
    } else {
      this.update(id, { isChecking: false, problem: got.problem });
      await this.keep(id, { ...state, triedOn });
    }
  }

  private async take(
    { id, source, presets: before, hasCopy, name: nameBefore }: Team,
    { file, bytes, etag }: Extract<Awaited<ReturnType<typeof getCatalogue>>, { kind: 'good' }>,
    on: number,
  ): Promise<void> {
    const { announce, log } = this.options;
    const presets = teamPresets(id, file);
    const name = file.name ?? (hasCopy ? nameBefore : sourceName(source));
    const change = hasCopy ? teamChange(before, presets, on) : undefined;
    const { lastChange } = this.stateOf(id);
    const kept = change === undefined ? lastChange : storable(change);
    this.update(id, { isChecking: false, problem: undefined, name, presets, hasCopy: true }, true);
    // With the name of a newer one, the copy from before would count as that for ever.
    let etagOfCopy: string | undefined;
    try {
      await this.writeCopy(id, bytes);
      etagOfCopy = etag;
    } catch (error) {
      log.error(`a team catalogue could not be written: ${errorName(error)}`);
    }
    await this.keep(id, {
      triedOn: on,
      checkedOn: on,
      ...(etagOfCopy === undefined ? {} : { etag: etagOfCopy }),
      ...(kept === undefined ? {} : { lastChange: kept }),
    });
    if (change !== undefined && this.has(id)) announce(name, change);
  }

  /** Leaves none of one that is removed meanwhile. @throws what the file system throws */
  private async writeCopy(id: string, bytes: Uint8Array): Promise<void> {
    const { copies } = this.options;
    await copies.write(id, bytes);
    if (!this.has(id)) await copies.remove(id);
  }

  private async keep(id: string, state: TeamState): Promise<void> {
    if (!this.has(id)) return;
    const { document, log } = this.options;
    try {
      await document.save({ ...document.value, states: { ...document.value.states, [id]: state } });
    } catch (error) {
      log.error(`when a team catalogue was read could not be written: ${errorName(error)}`);
    }
    this.tell(false);
  }

  private update(id: string, change: Partial<Team>, presetsChanged = false): void {
    this.teams = this.teams.map((team) => (team.id === id ? { ...team, ...change } : team));
    this.tell(presetsChanged);
  }

  private tell(presetsChanged: boolean): void {
    if (presetsChanged) this.presets = this.teams.flatMap(({ presets }) => presets);
    this.options.changed(
      this.teams.map((team) => this.viewOf(team)),
      this.presets,
      presetsChanged,
    );
  }

  private viewOf({ id, name, source, isManaged, presets, isChecking, problem }: Team): TeamView {
    const { checkedOn, lastChange } = this.stateOf(id);
    return {
      id,
      name,
      source: sourceText(source),
      isManaged,
      count: presets.length,
      ...(checkedOn === undefined ? {} : { checkedOn }),
      isChecking,
      ...(problem === undefined ? {} : { problem }),
      ...(lastChange === undefined ? {} : { lastChange }),
    };
  }
}

/** As the file has it: lists that can be written to. */
const storable = ({ on, added, changed, removed }: TeamChange): NonNullable<TeamState['lastChange']> => ({
  on,
  added: [...added],
  changed: changed.map(({ name, changes }) => ({ name, changes: [...changes] })),
  removed: [...removed],
});
