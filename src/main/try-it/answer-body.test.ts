import { describe, expect, it } from 'vitest';
import { mostShown } from '../../shared/trial';
import { answerBody } from './answer-body';

const body = (bytes: Buffer | string, type: string, isCut = false) =>
  answerBody(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, type, isCut);

describe('the body of an answer', () => {
  it.each([
    ['{"a":1}', 'application/json; charset=utf-8', 'json'],
    ['{"a":1}', 'application/problem+json', 'json'],
    ['{"a":1}', 'text/plain', 'json'],
    ['{"a":1}', '', 'json'],
    ['<a/>', 'application/xml', 'text'],
    ['<html>{}</html>', 'text/html', 'text'],
    ['a,b', 'text/csv', 'text'],
    ['hello', '', 'text'],
    ['%PDF-1.7', 'application/pdf', 'binary'],
    ['a\0b', 'text/plain', 'binary'],
    ['\u0001\u0002', '', 'binary'],
    ['', 'application/json', 'none'],
  ] as const)('%j as %j is %s', (text, type, kind) => {
    expect(body(text, type)).toMatchObject({ kind, size: Buffer.byteLength(text) });
  });

  it('is read in its charset', () => {
    expect(body(Buffer.from([0x53, 0xf8]), 'text/plain; charset=iso-8859-1').text).toBe('Sø');
    expect(body(Buffer.from('Sø', 'utf16le'), 'text/plain; charset="utf-16le"').text).toBe('Sø');
    expect(body(Buffer.from('\ufeffSø', 'utf16le'), 'text/plain').text).toBe('Sø');
    expect(body('Sø', 'text/plain; charset=nonsense').text).toBe('Sø');
  });

  it('is shown up to a limit, without half a character', () => {
    const long = body('é'.repeat(mostShown), 'text/plain');
    expect(long).toMatchObject({ isShortened: true, size: 2 * mostShown });
    expect(long.text).toBe('é'.repeat(mostShown / 2));
    expect(body(`a${'é'.repeat(mostShown)}`, 'text/plain').text.endsWith('é')).toBe(true);
  });
});
