import { memo, type ReactNode } from 'react';
import type { Hit, NamePart } from './find-presets';
import type { PickerRow } from './Picker';
import type { PresetView } from '../../shared/snapshot';
import { PresetIcon } from './PresetIcon';
import { presetPlace } from '../preset-place';
import { TimeLeft } from './TimeLeft';

/** A preset as a row of the palette. */
export function presetRow({ preset, name }: Hit): PickerRow {
  const part = (of: string): string => `${of}-${preset.id}`;
  return {
    id: preset.id,
    labelledBy: `${part('name')} ${part('resource')} ${part('time')}`,
    content: <PresetRow preset={preset} name={name} />,
  };
}

const PresetRow = memo(function PresetRow({
  preset,
  name,
}: {
  readonly preset: PresetView;
  readonly name: readonly NamePart[];
}): ReactNode {
  const { id } = preset;
  const place = presetPlace(preset);
  return (
    <>
      <span className="icon-tile" aria-hidden>
        <PresetIcon icon={preset.icon} />
      </span>
      <span id={`name-${id}`} className="name" title={preset.name}>
        {name.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
      </span>{' '}
      <span id={`resource-${id}`} className="resource" title={place}>
        {place}
      </span>
      <TimeLeft token={preset} spokenId={`time-${id}`} />
    </>
  );
});
