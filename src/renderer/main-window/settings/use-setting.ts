import { useState } from 'react';
import type { SettingName, Settings } from '../../../shared/settings';
import { useSnapshot } from '../../bridge/use-snapshot';
import { runCommand } from '../run-command';
import { useLock } from './use-lock';

/** Settings that a change sets at once; hotkeys have a command of their own. */
export type PlainSetting = Exclude<SettingName, 'paletteHotkey' | 'copyLastHotkey'>;

/** The settings whose value is a `Value`. */
export type SettingOf<Value> = {
  [Name in PlainSetting]: Settings[Name] extends Value ? Name : never;
}[PlainSetting];

interface Setting<Value> {
  readonly value: Value;
  readonly defaultValue: Value;
  /** Who has fixed it, in words; a change does nothing then. */
  readonly lock: string | undefined;
  readonly change: (value: Value) => void;
}

/** A setting, and what changes it. It shows what was asked for until main has answered. */
export function useSetting<Name extends PlainSetting>(name: Name): Setting<Settings[Name]> {
  const current = useSnapshot(({ settings }) => settings.values[name]);
  const lock = useLock(name);
  const defaultValue = useSnapshot(({ settings }) => settings.defaults[name]);
  const [asked, setAsked] = useState<{ readonly value: Settings[Name]; readonly from: Settings[Name] }>();
  if (asked !== undefined && asked.from !== current) setAsked(undefined);
  const change = (value: Settings[Name]): void => {
    if (lock !== undefined) return;
    setAsked({ value, from: current });
    const changed: Partial<Pick<Settings, PlainSetting>> = {};
    changed[name] = value;
    void runCommand('changeSettings', { change: changed }).then(({ outcome }) => {
      if (outcome !== 'done') setAsked(undefined);
    });
  };
  return { value: asked?.value ?? current, defaultValue, lock, change };
}
