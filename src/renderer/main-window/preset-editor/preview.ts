import { isEmptyRequest } from '../../../shared/check-preset';
import { isTemplate, type BuiltInFormat } from '../../../shared/copy-format';
import { offeredFormats, type FormatOffer } from '../../../shared/offered-formats';
import type { SampleRequest } from '../../../shared/preset';
import type { PresetDraft, RequestDraft } from '../../../shared/preset-draft';
import { parseAccess } from '../../../shared/scopes';
import type { Shell } from '../../../shared/snippets/shell';
import { previewText } from '../snippets/preview-text';
import { targetIn } from './draft-changes';

/** The request as a snippet takes it, right or wrong. */
export const sampleOf = ({ name, method, url, headers, body }: RequestDraft): SampleRequest => ({
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  method,
  url: url.trim(),
  headers: headers
    .map((header) => ({ name: header.name.trim(), value: header.value.trim() }))
    .filter((header) => header.name !== ''),
  ...(body === null ? {} : { body }),
});

/** The formats that a draft can be copied in, apart from templates: their texts are not here. */
export function formatsOf(draft: PresetDraft, cloudId: string, offer: FormatOffer): readonly BuiltInFormat[] {
  const hasRequests = targetIn(draft, cloudId).requests.some((request) => !isEmptyRequest(request));
  return offeredFormats(offer, { delivery: draft.delivery, hasRequests }).filter(
    (format) => !isTemplate(format),
  );
}

interface PreviewOptions {
  readonly cloudId: string;
  readonly request: RequestDraft | undefined;
  readonly format: BuiltInFormat;
  readonly shell: Shell;
  /** ms since the epoch */
  readonly now: number;
}

/** What would be copied, with a stand-in for the token. Empty where nothing can be made of it yet. */
export function previewOf(
  draft: PresetDraft,
  { cloudId, request, format, shell, now }: PreviewOptions,
): string {
  const { accessKind, access } = targetIn(draft, cloudId);
  const parsed = parseAccess(accessKind, access);
  const source = {
    presetName: draft.name.trim(),
    scopes: parsed.ok ? parsed.scopes : [],
    delivery: draft.delivery,
    request: request === undefined ? undefined : sampleOf(request),
    token: { expiresOn: now, tenantId: draft.identity.tenantId ?? '' },
    shell,
    now,
  };
  return previewText(format, source, []) ?? '';
}
