import {
  BeakerRegular,
  BranchForkRegular,
  CubeRegular,
  DatabaseRegular,
  GlobeRegular,
  KeyRegular,
  PeopleTeamRegular,
  ShieldRegular,
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
};

export function PresetIcon({ icon }: { readonly icon: IconName }): ReactNode {
  const Icon = icons[icon];
  return <Icon fontSize={18} />;
}
