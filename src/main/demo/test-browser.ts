/** A browser for tests that knows forms and buttons only: what a person sees without scripts. */

interface Form {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly buttons: readonly {
    readonly label: string;
    readonly field: readonly [name: string, value: string] | undefined;
  }[];
}

export class TestPage {
  private constructor(
    readonly url: string,
    readonly response: Response,
    readonly html: string,
  ) {}

  static async open(url: string, init?: RequestInit): Promise<TestPage> {
    const response = await fetch(url, init);
    return new TestPage(response.url, response, await response.text());
  }

  get heading(): string {
    return textOf(/<h1>([^]*?)<\/h1>/.exec(this.html)?.[1] ?? '');
  }

  get buttons(): readonly string[] {
    return this.forms.flatMap(({ buttons }) => buttons.map(({ label }) => label));
  }

  /** The fields of the form that goes to an application. */
  get answer(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.forms[0]?.fields ?? []);
  }

  /** Where the form that goes to an application is sent. */
  get formAction(): string {
    return this.forms[0]?.action ?? '';
  }

  /** Presses the button with this accessible name. */
  press(label: string, typed: Readonly<Record<string, string>> = {}): Promise<TestPage> {
    for (const form of this.forms) {
      const button = form.buttons.find((candidate) => candidate.label === label);
      if (!button) continue;
      const body = new URLSearchParams(
        [...form.fields, ...(button.field ? [button.field] : [])].map((f) => [...f]),
      );
      for (const [name, value] of Object.entries(typed)) body.set(name, value);
      return TestPage.open(new URL(form.action, this.url).href, { method: form.method, body });
    }
    throw new Error(`No button "${label}" on "${this.heading}", only: ${this.buttons.join(', ')}`);
  }

  private get forms(): readonly Form[] {
    return [...this.html.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)].map(
      ([, attributes = '', content = '']) => ({
        action: attribute(attributes, 'action') ?? '',
        method: attribute(attributes, 'method') ?? 'get',
        fields: [...content.matchAll(/<input([^>]*)>/g)].map(
          ([, input = '']) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? ''] as const,
        ),
        buttons: [...content.matchAll(/<button([^>]*)>([^]*?)<\/button>/g)].map(
          ([, button = '', inner = '']) => {
            const name = attribute(button, 'name');
            return {
              label: textOf(inner),
              field: name === undefined ? undefined : ([name, attribute(button, 'value') ?? ''] as const),
            };
          },
        ),
      }),
    );
  }
}

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
};

const textOf = (markup: string): string => decode(markup.replace(/<[^>]*>/g, '')).trim();

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
