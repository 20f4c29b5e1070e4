import { MenuItem } from '@fluentui/react-components';
import {
  BracesRegular,
  CodeRegular,
  DocumentHeaderRegular,
  KeyRegular,
  WindowConsoleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { copyFormats, type CopyFormat } from '../../../shared/copy-format';
import { t } from '../../../shared/messages';
import type { PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { copyKeys, copyKeyWords } from './copy-keys';
import { copyAs } from './preset-commands';

const icons: Readonly<Record<CopyFormat, FluentIcon>> = {
  token: KeyRegular,
  curl: CodeRegular,
  'authorization-header': DocumentHeaderRegular,
  powershell: WindowConsoleRegular,
  environment: BracesRegular,
};

/** A menu's items for every format that a preset can be copied in, with their keys. */
export function FormatItems({ preset }: { readonly preset: PresetView }): ReactNode {
  const keys = copyKeys(useSnapshot(({ settings }) => settings.values.defaultFormat));
  const forbidden = useSnapshot((snapshot) => snapshot.forbiddenFormats);
  const allowed = copyFormats.filter((format) => !forbidden.includes(format));
  return allowed.map((format) => {
    const Icon = icons[format];
    return (
      <MenuItem
        key={format}
        icon={<Icon />}
        secondaryContent={copyKeyWords(format, keys, window.tokenTray.platform)}
        onClick={() => copyAs(preset.id, format)}
      >
        {t(`format.${format}`)}
      </MenuItem>
    );
  });
}
