import type { MalformedProblem } from '../../../shared/inspector/decode-token';
import type { InspectedOrigin } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';

/** Where a token came from: "Token of Microsoft Graph", "Pasted, from a header". */
export function originWords(origin: InspectedOrigin): string {
  if (origin.kind === 'preset') return t('inspector.origin.preset', { name: origin.name });
  const place = t(`inspector.origin.${origin.place}`);
  return origin.others === 0 ? place : `${place}. ${t('inspector.origin.others', { count: origin.others })}`;
}

/** The same where there is little room: the preset's name. */
export const shortOrigin = (origin: InspectedOrigin): string =>
  origin.kind === 'preset' ? origin.name : t('inspector.origin.alone');

/** What is wrong with a token, and where. People count letters from one. */
export function malformedWords(problem: MalformedProblem): string {
  if (problem.what === 'parts') return t('inspector.malformed.parts', { count: problem.count });
  const part = t(`inspector.part.${problem.part}`);
  switch (problem.what) {
    case 'base64-letter':
    case 'json':
      return t(`inspector.malformed.${problem.what}`, { part, place: problem.at + 1 });
    case 'base64-length':
    case 'base64-ending':
    case 'utf-8':
    case 'json-too-deep':
    case 'not-an-object':
      return t(`inspector.malformed.${problem.what}`, { part });
  }
}
