import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import type { Recognised } from '../../../shared/catalogue/recognised';
import { t } from '../../../shared/messages';
import type { SampleRequest } from '../../../shared/preset';
import { presetLimits } from '../../../shared/preset-limits';

/** A row that a pasted address may be of. */
export interface PastedChoice {
  readonly offered: OfferedRow;
  readonly name: string;
  readonly resource: string;
  readonly host?: string;
  readonly request?: SampleRequest;
}

/** The likeliest row, and those that have the same hosts. */
export function pastedChoices(
  recognised: Extract<Recognised, { kind: 'catalogue' }>,
  rows: readonly OfferedRow[],
): readonly PastedChoice[] {
  const { row, others, resource, request, instance } = recognised;
  return [row, ...others].flatMap((wanted) => {
    const offered = rows.find((each) => each.row === wanted);
    if (offered === undefined) return [];
    const host = hostOf(request?.url);
    return [
      {
        offered,
        name: presetName(wanted.name, instance),
        resource: wanted === row ? resource : offered.resource,
        ...(host === undefined ? {} : { host }),
        ...(request === undefined ? {} : { request }),
      },
    ];
  });
}

const hostOf = (url: string | undefined): string | undefined => /^https?:\/\/([^/?]+)/i.exec(url ?? '')?.[1];

/** Of one vault or account: its name tells the presets apart. */
export function presetName(name: string, instance: string | undefined): string {
  if (instance === undefined) return name;
  const whole = t('paste.preset-name', { name, instance });
  return whole.length > presetLimits.nameLength ? name : whole;
}
