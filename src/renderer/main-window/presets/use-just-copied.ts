import { useEffect, useState } from 'react';
import type { CopyFormat } from '../../../shared/copy-format';
import { useSnapshot } from '../../bridge/use-snapshot';
import { copiedFor } from '../use-copied';

const stillNew = (copiedOn: number): boolean => Date.now() - copiedOn < copiedFor;

/** Whether this preset was copied in this format a moment ago, from whatever surface. */
export function useJustCopied(presetId: string, format: CopyFormat): boolean {
  const copiedOn = useSnapshot(({ clipboard }) =>
    clipboard?.presetId === presetId && clipboard.format === format ? clipboard.copiedOn : undefined,
  );
  const [old, setOld] = useState(() =>
    copiedOn !== undefined && !stillNew(copiedOn) ? copiedOn : undefined,
  );
  useEffect(() => {
    if (copiedOn === undefined) return;
    const timer = setTimeout(() => setOld(copiedOn), Math.max(0, copiedOn + copiedFor - Date.now()));
    return () => clearTimeout(timer);
  }, [copiedOn]);
  return copiedOn !== undefined && copiedOn !== old;
}
