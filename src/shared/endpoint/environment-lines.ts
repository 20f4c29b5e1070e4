/** Forms that a consumer's environment can be copied in; the message catalogue has their names under `lines.<form>`. */
export const environmentForms = ['bash', 'powershell', 'cmd', 'dotenv', 'launch-json', 'docker'] as const;
export type EnvironmentForm = (typeof environmentForms)[number];

export interface EnvironmentInput {
  readonly port: number;
  /** Of letters, digits, `-` and `_` alone, so that no form has to quote it; for a preview something in its place. */
  readonly secret: string;
  readonly isWindows: boolean;
}

/**
 * What a program needs in its environment so that SDKs find the local endpoint: App Service's managed identity in both its
 * versions, and azd's external authentication. SDKs take the newer variables where both are there.
 */
function variables({ port, secret }: EnvironmentInput, host: string): readonly (readonly [string, string])[] {
  const origin = `http://${host}:${port}`;
  return [
    ['IDENTITY_ENDPOINT', `${origin}/msi/token`],
    ['IDENTITY_HEADER', secret],
    ['MSI_ENDPOINT', `${origin}/msi/token`],
    ['MSI_SECRET', secret],
    ['AZD_AUTH_ENDPOINT', `${origin}/azd`],
    ['AZD_AUTH_KEY', secret],
  ];
}

/** The text that is copied. Pure. */
export function environmentLines(form: EnvironmentForm, input: EnvironmentInput): string {
  // From a container `127.0.0.1` is the container.
  const all = variables(input, form === 'docker' ? 'host.docker.internal' : '127.0.0.1');
  switch (form) {
    case 'bash':
      return lines(all, (name, value) => `export ${name}='${value}'`);
    case 'powershell':
      return lines(all, (name, value) => `$env:${name} = '${value}'`);
    case 'cmd':
      return lines(all, (name, value) => `set "${name}=${value}"`, '\r\n');
    case 'dotenv':
      return lines(all, (name, value) => `${name}=${value}`);
    case 'launch-json':
      return `"env": ${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`;
    case 'docker':
      return input.isWindows ? dockerRun(all) : dockerRunByEnvironment(all);
  }
}

/** For every shell. Nobody else may read the arguments of a person's programs on Windows. */
const dockerRun = (all: readonly (readonly [string, string])[]): string =>
  `docker run ${all.map(([name, value]) => `-e ${name}=${value}`).join(' ')} `;

/** Elsewhere everybody reads them while the container runs, so that Docker takes the values from its own environment. */
const dockerRunByEnvironment = (all: readonly (readonly [string, string])[]): string =>
  [
    ...all.map(([name, value]) => `${name}='${value}'`),
    'docker run',
    ...all.map(([name]) => `-e ${name}`),
    '',
  ].join(' ');

const lines = (
  all: readonly (readonly [string, string])[],
  line: (name: string, value: string) => string,
  end = '\n',
): string => all.map(([name, value]) => line(name, value) + end).join('');
