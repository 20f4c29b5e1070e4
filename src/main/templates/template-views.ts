import type { OwnTemplate } from '../../shared/own-template';
import { notOffered, type FormatOffer, type TemplateView } from '../../shared/offered-formats';
import { needsRequest, parseTemplate } from '../../shared/snippets/template';
import type { AppState } from '../state';

const views = new WeakMap<OwnTemplate, TemplateView>();

/** Templates are parsed once: a snapshot is made with every change of anything. */
function viewOf(template: OwnTemplate): TemplateView {
  const known = views.get(template);
  if (known !== undefined) return known;
  const { id, name, text } = template;
  const parsed = parseTemplate(text);
  const view = { id, name, needsRequest: parsed.ok && needsRequest(parsed.parts) };
  views.set(template, view);
  return view;
}

type Source = Pick<AppState, 'templates' | 'forbidden'>;
type OfferSource = Source & Pick<AppState, 'forbiddenFormats' | 'shell' | 'settings'>;

/** Those that can be copied: none where the organisation forbids them. */
export const templateViews = ({ templates, forbidden }: Source): readonly TemplateView[] =>
  forbidden.includes('ownTemplates') ? [] : templates.map(viewOf);

export const formatOffer = (state: OfferSource): FormatOffer => ({
  shell: state.shell,
  forbidden: notOffered(
    state.forbiddenFormats,
    state.settings.localEndpoint && !state.forbidden.includes('localEndpoint'),
  ),
  templates: templateViews(state),
});
