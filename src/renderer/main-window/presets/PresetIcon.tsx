import {
  BeakerRegular,
  BookRegular,
  BoxMultipleRegular,
  BranchForkRegular,
  BriefcaseRegular,
  CodeRegular,
  CubeRegular,
  DataBarVerticalRegular,
  DatabaseRegular,
  DatabaseMultipleRegular,
  FlashRegular,
  GlobeRegular,
  HeartPulseRegular,
  KeyRegular,
  MailInboxRegular,
  MailRegular,
  MapRegular,
  PeopleTeamRegular,
  PulseRegular,
  RouterRegular,
  SearchRegular,
  ShieldRegular,
  SignatureRegular,
  SparkleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { PresetIcon as IconName } from '../../../shared/preset';

const icons: Readonly<Record<IconName, FluentIcon>> = {
  'resource-manager': CubeRegular,
  graph: PeopleTeamRegular,
  'key-vault': KeyRegular,
  storage: DatabaseRegular,
  devops: BranchForkRegular,
  demo: BeakerRegular,
  shield: ShieldRegular,
  custom: GlobeRegular,
  database: DatabaseMultipleRegular,
  containers: BoxMultipleRegular,
  messaging: MailInboxRegular,
  monitoring: PulseRegular,
  analytics: DataBarVerticalRegular,
  ai: SparkleRegular,
  search: SearchRegular,
  maps: MapRegular,
  iot: RouterRegular,
  health: HeartPulseRegular,
  developer: CodeRegular,
  business: BriefcaseRegular,
  office: MailRegular,
  ledger: BookRegular,
  signing: SignatureRegular,
  realtime: FlashRegular,
};

export function PresetIcon({ icon }: { readonly icon: IconName }): ReactNode {
  const Icon = icons[icon];
  return <Icon fontSize={18} />;
}
