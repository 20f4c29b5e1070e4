import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { currentTime, onTick } from '../../time/use-clock';
import { presetIdOf, rowOf } from '../presets/row-elements';
import { announcements, type Announcement } from './announcements';

/** How long words stay for readers to find, in ms. */
const foundFor = 10_000;

const words = ({ name, minutesLeft }: Announcement): string =>
  minutesLeft === 0 ? t('announced.ended', { name }) : t('announced.soon', { name, minutes: minutesLeft });

/**
 * Says for readers what others see on the clocks: when a pinned token, or that of the row with the focus, is about to
 * end, and that the clipboard was cleared. Nothing else that changes by itself is spoken.
 */
export function Announcer(): ReactNode {
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const copiedOn = useSnapshot((snapshot) => snapshot.clipboard?.copiedOn);
  const [said, setSaid] = useState<{ readonly text: string; readonly count: number }>();
  const before = useRef(currentTime());
  const hadCopied = useRef(copiedOn);

  const say = (text: string): void => setSaid((last) => ({ text, count: (last?.count ?? 0) + 1 }));
  const tick = useEffectEvent(() => {
    const now = currentTime();
    const focused = presetIdOf(rowOf(document.activeElement));
    const watched = presets.filter(({ id, pinned }) => pinned || id === focused);
    const due = announcements(watched, before.current, now);
    before.current = now;
    if (due.length > 0) say(due.map(words).join('. '));
  });
  useEffect(() => onTick(tick), []);

  useEffect(() => {
    const cleared = hadCopied.current !== undefined && copiedOn === undefined;
    hadCopied.current = copiedOn;
    if (cleared) say(t('announced.clipboard-cleared'));
  }, [copiedOn]);

  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), foundFor);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div role="status" className="spoken">
      {said !== undefined && <span key={said.count}>{said.text}</span>}
    </div>
  );
}
