import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { copyKeys, copyKeyWords } from '../../../shared/copy-keys';
import { t } from '../../../shared/messages';
import { formatWords } from '../../../shared/messages/format-words';
import { quickFormats } from '../../../shared/offered-formats';
import type { PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useFormatOffer } from '../../use-format-offer';
import { formatIcon } from '../snippets/format-icons';
import { usePageActions } from './page-actions';
import { copyAs } from './preset-commands';

/** A menu's items for the formats that are used most, with their keys, and the way to all others. */
export function FormatItems({ preset }: { readonly preset: PresetView }): ReactNode {
  const offer = useFormatOffer();
  const { copyInOtherFormat } = usePageActions();
  const { platform } = window.tokenTray;
  const keys = copyKeys(
    useSnapshot(({ settings }) => settings.values.defaultFormat),
    offer,
    preset,
  );
  return (
    <>
      {quickFormats(offer, preset).map((format) => {
        const Icon = formatIcon(format);
        return (
          <MenuItem
            key={format}
            icon={<Icon />}
            secondaryContent={copyKeyWords(format, keys, platform)}
            onClick={() => copyAs(preset.id, format)}
          >
            {formatWords(format, offer.templates)}
          </MenuItem>
        );
      })}
      <MenuDivider />
      <MenuItem
        icon={<MoreHorizontalRegular />}
        secondaryContent="C"
        onClick={() => copyInOtherFormat(preset.id)}
      >
        {t('row.menu.more-formats')}
      </MenuItem>
    </>
  );
}
