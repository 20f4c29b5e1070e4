import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { formatWords } from '../../../../shared/messages/format-words';
import { offeredGroups } from '../../../../shared/offered-formats';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { useFormatOffer } from '../../../use-format-offer';
import { command } from '../../run-command';
import { ChoiceSetting } from '../ChoiceSetting';
import { SettingGroup } from '../SettingGroup';
import { SettingRow } from '../SettingRow';

export function CopyingSettings(): ReactNode {
  const offer = useFormatOffer();
  const mayHaveTemplates = useSnapshot(({ forbidden }) => !forbidden.includes('ownTemplates'));
  // Those of a usual API; where one does not fit a preset, the token is copied.
  const choices = offeredGroups(offer, { delivery: 'bearer', hasRequests: true });
  return (
    <SettingGroup heading={t('settings.copying')}>
      <ChoiceSetting
        name="defaultFormat"
        label={t('settings.default-format')}
        hint={t('settings.default-format.hint')}
        choices={choices.flatMap(({ formats }) => formats)}
        words={(format) => formatWords(format, offer.templates)}
      />
      {mayHaveTemplates && (
        <SettingRow label={t('templates.setting')} hint={t('templates.setting.hint')}>
          {(control) => (
            <Button
              {...control}
              aria-labelledby={`${control['aria-labelledby']} ${control.id}`}
              onClick={() => command('showPage', { page: 'templates' })}
            >
              {t('templates.setting.open')}
            </Button>
          )}
        </SettingRow>
      )}
    </SettingGroup>
  );
}
