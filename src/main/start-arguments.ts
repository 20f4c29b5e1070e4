import { z } from 'zod';

const startArgumentsSchema = z.object({
  /** What the person wants of it. More than one wish: the first of these. */
  wish: z.enum(['palette', 'copy-last']).optional(),
  /** The system starts it, because somebody has signed in to it. */
  atLogin: z.boolean().default(false),
});

/**
 * What the program was started with: `--palette` and `--copy-last`, for the keyboard settings of desktops that give
 * programs no hotkeys, and `--at-login`.
 */
export type StartArguments = z.infer<typeof startArgumentsSchema>;

const nothing: StartArguments = { atLogin: false };

/** Chromium puts switches of its own among them, and reorders them. */
export function startArguments(argv: readonly string[]): StartArguments {
  const atLogin = argv.includes('--at-login');
  if (argv.includes('--palette')) return { wish: 'palette', atLogin };
  if (argv.includes('--copy-last')) return { wish: 'copy-last', atLogin };
  return { atLogin };
}

/** The arguments of a second start, as they arrive at the first. It may be of another version. */
export function receivedStartArguments(data: unknown): StartArguments {
  return startArgumentsSchema.safeParse(data).data ?? nothing;
}

export type StartCommand = 'openMainWindow' | 'openPalette' | 'copyLast';

/**
 * What a start leads to. Nothing: the program is in the tray, and that is all.
 * @param showsWindow whether a start without arguments does
 */
export function startCommand(
  { wish, atLogin }: StartArguments,
  showsWindow: boolean,
): StartCommand | undefined {
  switch (wish) {
    case 'palette':
      return 'openPalette';
    case 'copy-last':
      return 'copyLast';
    case undefined:
      return showsWindow && !atLogin ? 'openMainWindow' : undefined;
  }
}
