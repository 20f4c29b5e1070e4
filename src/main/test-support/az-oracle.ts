import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { z } from 'zod';
import { demoServicePrincipal, startDemoTenant, type DemoTenant } from '../demo';
import type { Fetch } from '../identity/network-client';

/** Debian's Python, which finds Debian's azure-cli. */
const python = '/usr/bin/python3';
const azCode = '/usr/lib/python3/dist-packages/azure/cli/core/__init__.py';

/** Whether there is an az to compare with. */
export const hasAz = existsSync(azCode);

/**
 * az itself, loaded once: each command then runs in a process of its own, forked from one that has read nothing yet but
 * its code.
 */
const driver = `
import json, os, sys, tempfile
from azure.cli.core import get_default_cli
import azure.cli.command_modules.profile
for line in sys.stdin:
    args = json.loads(line)
    out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
    child = os.fork()
    if child == 0:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        code = 1
        try:
            code = get_default_cli().invoke(args)
        except SystemExit as ended:
            code = ended.code
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)
    _, status = os.waitpid(child, 0)
    out.seek(0)
    err.seek(0)
    print(json.dumps({
        'exitCode': os.waitstatus_to_exitcode(status),
        'stdout': out.read().decode(),
        'stderr': err.read().decode(),
    }), flush=True)
`;

const answerSchema = z.strictObject({ exitCode: z.number(), stdout: z.string(), stderr: z.string() });
export type AzAnswer = z.infer<typeof answerSchema>;

/** The real az, signed in by a service principal to an AD FS over https that only it and `fetch` here trust. */
export class AzOracle {
  private constructor(
    private readonly folder: string,
    readonly authority: DemoTenant,
    /** Trusts the authority. */
    readonly fetch: Fetch,
    /** With it, az is signed in. */
    readonly env: Readonly<Record<string, string | undefined>>,
    private readonly az: ChildProcessWithoutNullStreams,
    private readonly answers: Interface,
  ) {}

  static async start(): Promise<AzOracle> {
    const folder = await mkdtemp(join(tmpdir(), 'token-tray-az-'));
    const { key, cert } = certificate(folder);
    let saved: string | undefined;
    const authority = await startDemoTenant({
      load: () => Promise.resolve(saved),
      save: (state) => {
        saved = state;
        return Promise.resolve();
      },
      now: Date.now,
      preferredPort: 0,
      tls: { key, cert },
    });
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      AZURE_CONFIG_DIR: join(folder, 'azure'),
      AZURE_CORE_COLLECT_TELEMETRY: 'no',
      AZURE_CORE_SURVEY_MESSAGE: 'no',
      REQUESTS_CA_BUNDLE: join(folder, 'localhost.crt'),
      TZ: process.env['TZ'],
      LANG: 'C.UTF-8',
    };
    const az = spawn(python, ['-c', driver], { env });
    const oracle = new AzOracle(
      folder,
      authority,
      fetchTrusting(cert),
      env,
      az,
      createInterface({ input: az.stdout }),
    );
    try {
      await oracle.signIn();
    } catch (error) {
      await oracle.stop();
      throw error;
    }
    return oracle;
  }

  async run(args: readonly string[]): Promise<AzAnswer> {
    const answer = new Promise<string>((resolve, reject) => {
      this.answers.once('line', resolve);
      this.answers.once('close', () => reject(new Error('az has ended')));
    });
    this.az.stdin.write(`${JSON.stringify(args)}\n`);
    return answerSchema.parse(JSON.parse(await answer));
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.az.once('close', resolve));
    this.az.stdin.end();
    await ended;
    await this.authority.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private async signIn(): Promise<void> {
    const { adfs, management } = this.authority.addresses;
    const audience = 'https://management.core.windows.net/';
    // az looks up every other name of a tenant at an address that no AD FS has; at one it then takes `adfs` all the same.
    const { clientId, secret, tenantId } = demoServicePrincipal;
    for (const line of [
      ['cloud', 'register', '-n', 'Lab', '--endpoint-active-directory', adfs]
        .concat(['--endpoint-resource-manager', management, '--endpoint-management', management])
        .concat(['--endpoint-active-directory-resource-id', audience])
        .concat(['--endpoint-active-directory-graph-resource-id', 'https://graph.windows.net/'])
        .concat(['--endpoint-gallery', management]),
      ['cloud', 'set', '-n', 'Lab', '--profile', 'latest'],
      ['login', '--service-principal', '-u', clientId, '-p', secret, '--tenant', tenantId].concat(
        '--allow-no-subscriptions',
      ),
    ]) {
      const { exitCode, stderr } = await this.run(line);
      if (exitCode !== 0) throw new Error(`az ${line[0] ?? ''}: ${stderr}`);
    }
  }
}

/** Of `localhost`, by itself: whoever trusts it trusts nothing else. */
function certificate(folder: string): { readonly key: string; readonly cert: string } {
  const [key, cert] = [join(folder, 'localhost.key'), join(folder, 'localhost.crt')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
      .concat(['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'])
      .concat(['-addext', 'subjectAltName=DNS:localhost']),
    { stdio: 'pipe' },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

/** Node's own `fetch` can be told of a certificate only before it starts. */
const fetchTrusting =
  (ca: string): Fetch =>
  async (url, init) => {
    const asked = new Request(url, { ...init, signal: null });
    const body = Buffer.from(await asked.arrayBuffer());
    return new Promise((resolve, reject) => {
      const running = request(
        url,
        { ca, method: asked.method, headers: Object.fromEntries(asked.headers), agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const headers = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
              values.map((value): [string, string] => [name, value]),
            );
            const status = response.statusCode ?? 500;
            resolve(new Response(Buffer.concat(chunks), { status, headers }));
          });
        },
      );
      running.on('error', reject);
      running.end(body);
    });
  };
