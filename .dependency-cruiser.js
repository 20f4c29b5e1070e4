/** The walls of the house: who may import whom. `npm run boundaries` checks them. */

// Only these import Electron's values; everything else takes what it needs as arguments, with Electron's types at most.
const electronHalves = [
  '^src/main/(index|app)\\.ts$',
  '^src/preload/',
  '^src/main/automation/command-line-client/client-main\\.ts$',
  '^src/main/surfaces/tray/tray\\.ts$',
  '^src/main/surfaces/power/power\\.ts$',
  '^src/main/surfaces/hotkeys/global-hotkeys\\.ts$',
  '^src/main/surfaces/main-window/main-window\\.ts$',
  '^src/main/surfaces/palette/palette-window\\.ts$',
  '^src/main/surfaces/notifications/notifications\\.ts$',
  '^src/main/surfaces/renderer-bridge/(app-protocol|lock-down|renderer-bridge)\\.ts$',
];

// Electron under all its names: `electron`, `electron/main`, `electron/common`, `electron/renderer`. Only the first is a
// file that can be found; the others stay the names they are.
const electron = '^electron(/|$)|node_modules/electron/';

const zod = '^zod(/|$)|node_modules/zod/';

// What the pages and the preload script may use of shared/ by value. zod tries `new Function` when it loads, which the
// pages' Content-Security-Policy forbids, so none of these may bring it along.
const sharedFilesWithPages = [
  'accelerator',
  'account-key',
  'catalogue/[a-z0-9-]+',
  'check-preset',
  'claims-challenge',
  'client-application-limits',
  'copy-format',
  'defined-only',
  'command-line/command-line-texts',
  'endpoint/check-consumer',
  'endpoint/consumer-limits',
  'endpoint/environment-lines',
  'copy-keys',
  'credential-limits',
  'delivery',
  'draft-of-preset',
  'drafts',
  'failure',
  'failure-advice',
  'failure-advices',
  'failure-rows',
  'failure-words',
  'format-kinds',
  'inspector/[a-z0-9-]+',
  'ipc-channels',
  'offered-formats',
  'own-template-limits',
  'parse-url',
  'placeholders',
  'preset-file-limits',
  'preset-limits',
  'sharing-view',
  'team-news-words',
  'preset-looks',
  'relevance',
  'share-structure',
  'snapshot-update',
  'request-methods',
  'sample-url',
  'scopes',
  'secret-text',
  'setting-limits',
  'snippets/[a-z-]+',
  'template-draft',
  'text-rules',
  'time-left',
  'token-status',
  'trial',
  'well-known',
  'www-authenticate',
].join('|');
const sharedWithPages = `^src/shared/(messages/|(${sharedFilesWithPages})\\.ts$)`;

// The parts of the tree that services are in.
const services =
  '^src/main/(identity|presets|clipboard|activity|keep-fresh|settings|sharing|storage|demo|inspector|platform)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Files that need each other cannot be understood, tested or moved alone. A cycle with a type-only leg is ' +
        'allowed on purpose: nothing of it is left when the program runs, and a type may stand beside its owner.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-are-found',
      comment: 'What cannot be found escapes all rules that go by its path.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-imports-no-side',
      comment:
        'shared/ is what both sides agree on: no Node, no Electron (nor its types), nothing of either side.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^src/(main|renderer|preload)/', electron] },
    },
    {
      name: 'shared-imports-no-node',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-imports-no-main',
      comment: 'What the renderer knows comes through the bridge.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/(main|preload)/', electron] },
    },
    {
      name: 'renderer-imports-no-node',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-load-no-zod',
      severity: 'error',
      from: { path: ['^src/(renderer|preload)/', sharedWithPages], pathNot: '\\.test\\.tsx?$' },
      to: { path: zod, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-load-only-their-part-of-shared',
      comment: 'The other files of shared/ load zod. Their types may be imported.',
      severity: 'error',
      from: { path: ['^src/(renderer|preload)/', sharedWithPages], pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/shared/', pathNot: sharedWithPages, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-imports-no-main',
      comment: 'It runs beside the page, in its process and its sandbox.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/main/' },
    },
    {
      name: 'main-imports-no-renderer',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'electron-values-only-in-thin-halves',
      comment: 'Modules under unit test import Electron as types only.',
      severity: 'error',
      from: { path: '^src/', pathNot: electronHalves },
      to: {
        path: [electron, '^electron-store(/|$)|node_modules/electron-store/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-log',
      comment: 'Whatever is logged passes the redaction of log.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/log\\.ts$' },
      to: { path: '^electron-log(/|$)|node_modules/electron-log/' },
    },
    {
      name: 'one-door-to-tokens',
      comment: 'Nothing outside identity/ sees msal.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/identity/', '^src/main/demo/test-', '\\.test\\.ts$'] },
      to: { path: 'node_modules/@azure/' },
    },
    {
      name: 'services-know-no-surface',
      comment: 'Data goes one way: command, service, state, snapshot, surfaces.',
      severity: 'error',
      from: { path: services },
      to: { path: '^src/main/(surfaces/|commands|state|app|index)' },
    },
    {
      name: 'surfaces-know-no-service',
      comment: 'A surface gives commands and draws snapshots.',
      severity: 'error',
      from: { path: '^src/main/surfaces/', pathNot: '\\.test\\.ts$' },
      to: { path: services },
    },
    {
      name: 'scripts-ask-commands',
      comment:
        'The command line and the local endpoint are surfaces, too: they ask commands for tokens, and no service.',
      severity: 'error',
      from: { path: '^src/main/automation/', pathNot: ['\\.test\\.ts$', '/test-[^/]+\\.ts$'] },
      to: {
        path: [services, '^src/main/(commands|app|index)\\.ts$', '^src/main/surfaces/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'surfaces-know-no-other-surface',
      severity: 'error',
      from: { path: '^src/main/surfaces/([^/]+)/' },
      to: { path: '^src/main/surfaces/', pathNot: '^src/main/surfaces/($1|renderer-bridge)/' },
    },
    {
      name: 'demo-is-loaded-when-used',
      comment: 'Only the names of its resources may be imported at start-up; the rest by `await import`.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/demo/', '\\.test\\.ts$', '/test-[^/]+\\.ts$'] },
      to: {
        path: '^src/main/demo/',
        pathNot: '^src/main/demo/resources\\.ts$',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.test\\.tsx?$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
