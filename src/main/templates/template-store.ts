import { z } from 'zod';
import { ownTemplateSchema, type OwnTemplate } from '../../shared/own-template';
import { templateLimits } from '../../shared/own-template-limits';
import type { JsonDocument } from '../storage/json-document';

export const templatesFileSchema = z.strictObject({
  version: z.literal(1),
  /** In the person's order. */
  templates: z.array(ownTemplateSchema).max(templateLimits.templates),
});
type TemplatesFile = z.infer<typeof templatesFileSchema>;

export const initialTemplatesFile: TemplatesFile = { version: 1, templates: [] };

/** The person's own formats. Every change is on disk when its promise resolves. */
export class TemplateStore {
  /** For undo, until the program ends. */
  private readonly deleted = new Map<string, { readonly template: OwnTemplate; readonly index: number }>();

  constructor(
    private readonly document: JsonDocument<TemplatesFile>,
    /** Called with each change, before it is on disk. */
    private readonly changed: (templates: readonly OwnTemplate[]) => void,
  ) {}

  get all(): readonly OwnTemplate[] {
    return this.document.value.templates;
  }

  get isFull(): boolean {
    return this.all.length >= templateLimits.templates;
  }

  find(id: string): OwnTemplate | undefined {
    return this.all.find((template) => template.id === id);
  }

  async add(template: OwnTemplate): Promise<void> {
    await this.save([...this.all, template]);
  }

  async replace(template: OwnTemplate): Promise<void> {
    await this.save(this.all.map((old) => (old.id === template.id ? template : old)));
  }

  async delete(id: string): Promise<void> {
    const index = this.all.findIndex((template) => template.id === id);
    const template = this.all[index];
    if (template === undefined) return;
    this.deleted.set(id, { template, index });
    await this.save(this.all.filter((other) => other !== template));
  }

  wasDeleted(id: string): boolean {
    return this.deleted.has(id);
  }

  /** Puts a deleted template back where it was. */
  async restore(id: string): Promise<void> {
    const found = this.deleted.get(id);
    if (found === undefined) return;
    this.deleted.delete(id);
    await this.save(this.all.toSpliced(found.index, 0, found.template));
  }

  /** Puts a template to a place among the others, from 0 on. */
  async move(id: string, to: number): Promise<void> {
    const template = this.find(id);
    if (template === undefined) return;
    await this.save(this.all.filter((other) => other !== template).toSpliced(to, 0, template));
  }

  private async save(templates: readonly OwnTemplate[]): Promise<void> {
    const saved = this.document.save({ version: 1, templates: [...templates] });
    this.changed(this.all);
    await saved;
  }
}
