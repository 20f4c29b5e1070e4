import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { environmentForms, environmentLines } from './environment-lines';

const secret = 'aZ09-_aZ09-_aZ09-_aZ09-_aZ09-_aZ09-_aZ09-_a';
const input = { port: 4321, secret, isWindows: false };
const variables = {
  IDENTITY_ENDPOINT: 'http://127.0.0.1:4321/msi/token',
  IDENTITY_HEADER: secret,
  MSI_ENDPOINT: 'http://127.0.0.1:4321/msi/token',
  MSI_SECRET: secret,
  AZD_AUTH_ENDPOINT: 'http://127.0.0.1:4321/azd',
  AZD_AUTH_KEY: secret,
};

describe('the lines that a person copies', () => {
  it('set the variables where a shell reads them', () => {
    const print = 'require("node:process").stdout.write(JSON.stringify(process.env))';
    const script = `${environmentLines('bash', input)}\n"$0" -e '${print}'`;
    const env = { PATH: process.env['PATH'] };
    const text = execFileSync('sh', ['-c', script, process.execPath], { env, encoding: 'utf8' });
    expect(JSON.parse(text)).toMatchObject(variables);
  });

  it('are a part of launch.json', () => {
    expect(JSON.parse(`{ ${environmentLines('launch-json', input)} }`)).toEqual({ env: variables });
  });

  it('are an .env file', () => {
    const lines = environmentLines('dotenv', input).trimEnd().split('\n');
    expect(Object.fromEntries(lines.map((line) => line.split('=', 2)))).toEqual(variables);
  });

  it('are lines of PowerShell and cmd', () => {
    expect(environmentLines('powershell', input).split('\n')[1]).toBe(`$env:IDENTITY_HEADER = '${secret}'`);
    expect(environmentLines('cmd', input).split('\r\n')[1]).toBe(`set "IDENTITY_HEADER=${secret}"`);
  });

  it('reach this computer from a container, and leave room for its image', () => {
    const line = environmentLines('docker', { ...input, isWindows: true });
    expect(line).toMatch(
      /^docker run -e IDENTITY_ENDPOINT=http:\/\/host\.docker\.internal:4321\/msi\/token /,
    );
    expect(line).not.toContain('127.0.0.1');
    expect(line).toMatch(/ $/);
  });

  it('keep the secret out of the arguments of a program that others see', () => {
    const line = environmentLines('docker', input);
    const docker = `docker() { printf '%s ' "$@"; printenv IDENTITY_HEADER IDENTITY_ENDPOINT; }; `;
    const [args = '', header, endpoint] = execFileSync('sh', ['-c', `${docker}${line}image`], {
      encoding: 'utf8',
    }).split(/ (?=aZ09)|\n/);
    expect(args).toBe(
      'run -e IDENTITY_ENDPOINT -e IDENTITY_HEADER -e MSI_ENDPOINT -e MSI_SECRET -e AZD_AUTH_ENDPOINT -e AZD_AUTH_KEY image',
    );
    expect([header, endpoint]).toEqual([secret, 'http://host.docker.internal:4321/msi/token']);
  });

  it('never choose another kind of identity than App Service’s', () => {
    // With these SDKs take the computer for Service Fabric, Azure Arc or a workload in Kubernetes.
    for (const form of environmentForms)
      expect(environmentLines(form, input)).not.toMatch(
        /IDENTITY_SERVER_THUMBPRINT|IMDS_ENDPOINT|AZURE_FEDERATED_TOKEN_FILE/,
      );
  });
});
