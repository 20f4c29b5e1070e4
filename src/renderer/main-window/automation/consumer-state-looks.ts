import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ClockDismissRegular,
  ErrorCircleRegular,
  PauseCircleRegular,
  PersonDeleteRegular,
  PersonKeyRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ConsumerState } from './consumer-words';

export const consumerStateIcons: Readonly<Record<ConsumerState, FluentIcon>> = {
  on: CheckmarkCircleRegular,
  off: PauseCircleRegular,
  expired: ClockDismissRegular,
  'sign-in-needed': PersonKeyRegular,
  'account-gone': PersonDeleteRegular,
  failed: ErrorCircleRegular,
};

const warning = { color: tokens.colorPaletteDarkOrangeForeground1 };
const error = { color: tokens.colorPaletteRedForeground1 };

export const useConsumerStateStyles = makeStyles({
  on: { color: tokens.colorPaletteGreenForeground1 },
  off: { color: tokens.colorNeutralForeground3 },
  expired: warning,
  'sign-in-needed': warning,
  'account-gone': error,
  failed: error,
});
