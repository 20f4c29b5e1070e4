import {
  BracesRegular,
  BracesVariableRegular,
  CodeBlockRegular,
  CodeRegular,
  DatabaseRegular,
  DocumentHeaderRegular,
  DocumentRegular,
  KeyRegular,
  WindowConsoleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { CopyFormat } from '../../../shared/copy-format';
import { formatKind, type FormatKind } from '../../../shared/format-kinds';

const icons: Readonly<Record<FormatKind, FluentIcon>> = {
  token: KeyRegular,
  header: DocumentHeaderRegular,
  command: CodeRegular,
  console: WindowConsoleRegular,
  variable: BracesRegular,
  code: CodeBlockRegular,
  file: DocumentRegular,
  database: DatabaseRegular,
  template: BracesVariableRegular,
};

export const formatIcon = (format: CopyFormat): FluentIcon => icons[formatKind(format)];
