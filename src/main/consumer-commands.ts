import type { ConsumerDraft } from '../shared/endpoint/consumer';
import type { EnvironmentForm } from '../shared/endpoint/environment-lines';
import type { CommandOutcome } from '../shared/ipc';
import type { SharingOutcomes } from './sharing-commands';
import type { State } from './state';

export interface ConsumerServices {
  readonly state: State;
}

/** The commands about consumers of the local endpoint. */
export class ConsumerCommands {
  constructor(
    _services: ConsumerServices,
    private readonly outcomes: SharingOutcomes,
  ) {}

  add(_draft: ConsumerDraft): Promise<CommandOutcome> {
    return this.notYet();
  }

  edit(_consumerId: string, _draft: ConsumerDraft): Promise<CommandOutcome> {
    return this.notYet();
  }

  remove(_consumerId: string): Promise<CommandOutcome> {
    return this.notYet();
  }

  switch(_consumerId: string, _isOn: boolean): Promise<CommandOutcome> {
    return this.notYet();
  }

  renewSecret(_consumerId: string): Promise<CommandOutcome> {
    return this.notYet();
  }

  copyLines(_consumerId: string, _form: EnvironmentForm): Promise<CommandOutcome> {
    return this.notYet();
  }

  forgetSecret(): CommandOutcome {
    return this.outcomes.refused('no secret');
  }

  answer(_consumerId: string, _resource: string, _allow: boolean): Promise<CommandOutcome> {
    return this.notYet();
  }

  signIn(_consumerId: string, _resource: string): Promise<CommandOutcome> {
    return this.notYet();
  }

  private notYet(): Promise<CommandOutcome> {
    return Promise.resolve(this.outcomes.refused('no consumers'));
  }
}
