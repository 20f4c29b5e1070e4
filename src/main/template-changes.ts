import { randomUUID } from 'node:crypto';
import type { CommandOutcome } from '../shared/ipc';
import type { TemplateDraft } from '../shared/own-template';
import { checkTemplate } from '../shared/template-draft';
import { definedOnly } from '../shared/defined-only';
import type { Outcomes } from './outcomes';
import type { State } from './state';
import type { TemplateStore } from './templates/template-store';

export interface TemplateChangeServices {
  readonly state: State;
  readonly templates: TemplateStore;
  readonly saving: Outcomes['saving'];
  readonly refused: Outcomes['refused'];
}

/** The commands that change a person's own formats. */
export class TemplateChanges {
  constructor(private readonly services: TemplateChangeServices) {}

  async add(draft: TemplateDraft): Promise<CommandOutcome> {
    const { templates, refused, saving } = this.services;
    if (this.areForbidden) return refused('addTemplate, which is forbidden');
    if (templates.isFull) return refused('addTemplate where there are too many');
    const checked = checkTemplate(draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    return saving(() => templates.add({ id: `template-${randomUUID()}`, ...checked.value }));
  }

  async edit(templateId: string, draft: TemplateDraft): Promise<CommandOutcome> {
    const { templates, refused, saving } = this.services;
    const template = templates.find(templateId);
    if (this.areForbidden || template === undefined)
      return refused('editTemplate for an unknown template, or where they are forbidden');
    const checked = checkTemplate(draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    return saving(() => templates.replace({ id: template.id, ...checked.value }));
  }

  async delete(templateId: string): Promise<CommandOutcome> {
    const { templates, refused, saving } = this.services;
    if (templates.find(templateId) === undefined) return refused('deleteTemplate for an unknown template');
    return saving(() => templates.delete(templateId));
  }

  /** Undo of `delete`, until the program ends. */
  async restore(templateId: string): Promise<CommandOutcome> {
    const { templates, refused, saving } = this.services;
    if (!templates.wasDeleted(templateId) || templates.isFull)
      return refused('restoreTemplate for a template that was not deleted, or for which there is no room');
    return saving(() => templates.restore(templateId));
  }

  async move(templateId: string, to: number): Promise<CommandOutcome> {
    const { templates, refused, saving } = this.services;
    if (templates.find(templateId) === undefined) return refused('moveTemplate for an unknown template');
    return saving(() => templates.move(templateId, to));
  }

  private get areForbidden(): boolean {
    return this.services.state.value.forbidden.includes('ownTemplates');
  }
}
