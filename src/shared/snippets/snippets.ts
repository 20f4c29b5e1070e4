import type { BuiltInFormat } from '../copy-format';
import { acrExchange } from './acr-exchange';
import { headerLines } from './authorization-header';
import { azJson } from './az-json';
import { csharpHttpClient } from './csharp-httpclient';
import { curlForBash, curlForCmd, curlForPowerShell } from './curl';
import { mysql, pgpassword, redisCli, sqlcmd } from './databases';
import { endpointCurl, endpointPowerShell } from './endpoint-request';
import { environmentForCmd, environmentForPosix, environmentForPowerShell } from './environment';
import { goNetHttp } from './go-net-http';
import { httpFile } from './http-file';
import { httpie } from './httpie';
import { javascriptFetch } from './javascript-fetch';
import { postmanEnvironment } from './postman-environment';
import { powershell } from './powershell';
import { pythonRequests } from './python-requests';
import { authorization, sentRequest } from './sent-request';
import type { SnippetInput } from './snippet-input';
import { wget } from './wget';

/** The text of one format that fits. Pure. @throws for a format with a request, where there is none that can be sent */
export function snippet(format: BuiltInFormat, input: SnippetInput): string {
  const { presetName, shell, token } = input;
  const { accessToken } = token;
  switch (format) {
    case 'token':
      return accessToken;
    case 'authorization-header':
      return headerLines(authorization(input).slice(0, 1));
    case 'cosmos-header':
      return headerLines(authorization(input));
    case 'curl':
      return shell === 'windows' ? curlForCmd(sentRequest(input)) : curlForBash(sentRequest(input));
    case 'curl-bash':
      return curlForBash(sentRequest(input));
    case 'curl-cmd':
      return curlForCmd(sentRequest(input));
    case 'curl-powershell':
      return curlForPowerShell(sentRequest(input));
    case 'powershell':
      return powershell(sentRequest(input));
    case 'endpoint-curl':
      return endpointCurl(input);
    case 'endpoint-powershell':
      return endpointPowerShell(input);
    case 'httpie':
      return httpie(sentRequest(input));
    case 'wget':
      return wget(sentRequest(input));
    case 'javascript-fetch':
      return javascriptFetch(sentRequest(input));
    case 'python-requests':
      return pythonRequests(sentRequest(input));
    case 'csharp-httpclient':
      return csharpHttpClient(sentRequest(input));
    case 'go-net-http':
      return goNetHttp(sentRequest(input));
    case 'http-file':
      return httpFile(presetName, sentRequest(input));
    case 'environment':
      return shell === 'windows' ? environmentForPowerShell(accessToken) : environmentForPosix(accessToken);
    case 'environment-posix':
      return environmentForPosix(accessToken);
    case 'environment-powershell':
      return environmentForPowerShell(accessToken);
    case 'environment-cmd':
      return environmentForCmd(accessToken);
    case 'az-json':
      return azJson(token);
    case 'postman-environment':
      return postmanEnvironment(input);
    case 'acr-exchange':
      return acrExchange(input);
    case 'pgpassword':
      return pgpassword(token, shell);
    case 'mysql':
      return mysql(token, shell);
    case 'sqlcmd':
      return sqlcmd(token, shell);
    case 'redis-cli':
      return redisCli(token, shell);
  }
}
