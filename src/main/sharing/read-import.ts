import { parse, type ParseError } from 'jsonc-parser';
import { t } from '../../shared/messages';
import { presetFileFormat, type PresetFile } from '../../shared/preset-file';
import { presetFileLimits } from '../../shared/preset-file-limits';
import type { ImportKind } from '../../shared/sharing-view';
import type { Wrong } from '../json-file/problem';
import { decodeUtf8, parseStrictJson, type ParsedJson } from '../json-file/strict-json';
import type { Found } from './foreign/found';
import { isHttpFile, readHttpFile } from './foreign/http-file';
import {
  isPostmanCollection,
  isPostmanEnvironment,
  readPostmanCollection,
  readPostmanEnvironments,
} from './foreign/postman';
import { readRestClientVariables, restClientVariables } from './foreign/rest-client-settings';
import { checkPresetFile } from './read-preset-file';
import { binaryWords, textWords } from './sniff';

/** What a text is that somebody wants to import, or why it is none. */
export type ReadImport =
  | { readonly kind: 'presets'; readonly file: PresetFile }
  | { readonly kind: Exclude<ImportKind, 'presets'>; readonly found: Found }
  | { readonly kind: 'wrong'; readonly problem: Wrong };

const wrong = (problem: Wrong): ReadImport => ({ kind: 'wrong', problem });

/** Reads the bytes of a file, whichever kind it is. Never throws. */
export function readImportBytes(bytes: Uint8Array): ReadImport {
  if (bytes.length > presetFileLimits.size) return wrong({ reason: t('sharing.wrong.too-large') });
  const binary = binaryWords(bytes);
  if (binary !== undefined) return wrong({ reason: binary });
  const text = decodeUtf8(bytes);
  return typeof text === 'string' ? readImportText(text) : wrong(text);
}

/** The one way in: tells which kind of text it is. Never throws. */
export function readImportText(written: string): ReadImport {
  if (written.length > presetFileLimits.size) return wrong({ reason: t('sharing.wrong.too-large') });
  const text = written.replace(/^\uFEFF/, '');
  if (text.trim() === '') return wrong({ reason: t('sharing.wrong.empty') });
  const words = textWords(text);
  if (words !== undefined) return wrong({ reason: words });
  if (!/^\s*[{["/]/.test(text) || /^\s*\/\/(?!.*\n\s*[{[])/.test(text)) {
    return isHttpFile(text)
      ? { kind: 'http-file', found: readHttpFile(text) }
      : wrong({ reason: t('sharing.wrong.unknown-text') });
  }
  const json = parseStrictJson(text, presetFileLimits);
  return 'reason' in json ? (readSettings(text) ?? wrong(json)) : readJson(text, json);
}

function readJson(text: string, json: ParsedJson): ReadImport {
  const { value } = json;
  if (isPresetFile(value)) {
    const result = checkPresetFile(text, json);
    return result.ok ? { kind: 'presets', file: result.file } : wrong(result.problem);
  }
  if (isPostmanEnvironment(value))
    return { kind: 'postman-environment', found: readPostmanEnvironments(value) };
  if (isPostmanCollection(value)) return { kind: 'postman-collection', found: readPostmanCollection(value) };
  const variables = restClientVariables(value);
  if (variables !== undefined) return { kind: 'rest-client', found: readRestClientVariables(variables) };
  return wrong({ reason: t('sharing.wrong.unknown-json') });
}

/** VS Code's settings may have comments and commas that JSON has not. */
function readSettings(text: string): ReadImport | undefined {
  if (!text.includes('rest-client.environmentVariables')) return undefined;
  try {
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { allowTrailingComma: true });
    const variables = errors.length > 0 ? undefined : restClientVariables(value);
    return variables === undefined
      ? undefined
      : { kind: 'rest-client', found: readRestClientVariables(variables) };
  } catch {
    // Too deep for the parser, which the strict one has said with its place.
    return undefined;
  }
}

/** By what it says it is, or by the member that it is about: then what is missing can be said. */
function isPresetFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if ('format' in value) return value.format === presetFileFormat || 'presets' in value;
  return 'presets' in value && !('clientApplications' in value);
}
