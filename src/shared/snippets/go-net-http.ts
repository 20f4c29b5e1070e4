import { quoteForGo as quote } from './quoting';
import type { SentRequest } from './sent-request';

/** A complete program, as gofmt writes it. https://pkg.go.dev/net/http */
export const goNetHttp = ({ method, url, headers, body }: SentRequest): string =>
  [
    'package main',
    '',
    'import (',
    '\t"fmt"',
    '\t"io"',
    '\t"net/http"',
    ...(body === undefined ? [] : ['\t"strings"']),
    ')',
    '',
    'func main() {',
    `\trequest, err := http.NewRequest(${quote(method)}, ${quote(url)}, ${
      body === undefined ? 'nil' : `strings.NewReader(${quote(body)})`
    })`,
    ...failing,
    ...headers.map(({ name, value }) => `\trequest.Header.Set(${quote(name)}, ${quote(value)})`),
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...failing,
    '\tdefer response.Body.Close()',
    '\tanswer, err := io.ReadAll(response.Body)',
    ...failing,
    '\tfmt.Println(response.Status)',
    '\tfmt.Println(string(answer))',
    '}',
    '',
  ].join('\n');

const failing = ['\tif err != nil {', '\t\tpanic(err)', '\t}'];
