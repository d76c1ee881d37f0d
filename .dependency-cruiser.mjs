/** Who may import whom, and why. `npm run check:dependencies` judges; `make check` runs it. */

/** What every folder of shared/src may name. */
const vocabulary = ['platform', 'schema'];

/**
 * The layers of shared/src, lowest first: a folder may import itself and the folders named beside it. A folder
 * that is missing here may import nothing (`shared-folder-has-a-layer`).
 */
const sharedLayers = {
  platform: [],
  schema: ['platform'],
  dialect: vocabulary,
  cleaning: [...vocabulary, 'dialect'],
  simulation: vocabulary,
  features: vocabulary,
  metrics: vocabulary,
  drift: [...vocabulary, 'features', 'metrics'],
  calibration: [...vocabulary, 'metrics'],
  models: [...vocabulary, 'features', 'metrics', 'calibration'],
  artifacts: [...vocabulary, 'features', 'calibration'],
  training: [...vocabulary, 'features', 'metrics', 'calibration', 'models', 'artifacts'],
  evaluation: [...vocabulary, 'features', 'metrics', 'models', 'artifacts'],
  registry: [...vocabulary, 'features', 'drift', 'models', 'artifacts'],
  gate: [...vocabulary, 'metrics', 'artifacts', 'registry'],
};

const layerRules = Object.entries(sharedLayers).map(([folder, below]) => ({
  name: `shared-layer-${folder}`,
  comment:
    `shared/src/${folder} knows ${below.length === 0 ? 'nothing of ours' : `only ${below.join(', ')}`}: what lies lower ` +
    'can be read, tested and changed without what is built on it. A name that both need belongs into the lower folder.',
  severity: 'error',
  from: { path: `^shared/src/${folder}/` },
  to: { path: '^shared/src/', pathNot: `^shared/src/(${[folder, ...below].join('|')})/` },
}));

/** Libraries that run or train: each image pays for them in size and in what can go wrong. */
const heavyLibraries = '(^|/)node_modules/(koffi|@koromix|@duckdb|arquero|@uwdata|ml-[^/]+|vega[^/]*)/';

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Files that need each other are one idea in two places: neither can be understood, moved or tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports does nothing, and is read all the same.',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '(^|/)node_modules/'] },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment:
        'An import of what is not there stops the process that meets it first, perhaps long after its start.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment:
        'A package that the workspace does not name itself is there by chance, and in an image it is not.',
      severity: 'error',
      from: { path: '^(shared|shared/xgboost-node|workers|api)/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], couldNotResolve: false },
    },
    {
      name: 'no-development-package-in-sources',
      comment: 'Images install no devDependencies.',
      severity: 'error',
      from: { path: '^(shared|shared/xgboost-node|workers|api)/src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'no-deprecated-module',
      comment: 'What Node or a package has deprecated goes away with an update.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['deprecated'] },
    },
    {
      name: 'no-deprecated-core-module',
      comment: 'Modules of Node that it advises against.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['core'], path: '^(node:)?(punycode|domain|constants|sys|_.+)$' },
    },
    {
      name: 'sources-import-no-tests',
      comment: 'Images hold src/ only. Tests may import anything.',
      severity: 'error',
      from: { path: '^(shared|shared/xgboost-node|workers|api)/src/' },
      to: { path: '(^|/)(tests|bench)/' },
    },
    {
      name: 'xgboost-node-stands-alone',
      comment: 'The binding is a package for anyone: it knows nothing of churn.',
      severity: 'error',
      from: { path: '^shared/xgboost-node/src/' },
      to: { path: '^(shared/src|workers|api|bench)/' },
    },
    {
      name: 'shared-knows-no-user-of-it',
      comment: 'shared is the vocabulary of workers and API; what depends on one of them belongs there.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(workers|api|bench)/' },
    },
    {
      name: 'workers-and-api-meet-in-files-only',
      comment:
        'The API answers while workers train: they share the registry’s files and shared/, so each image is built, ' +
        'released and restarted without the other.',
      severity: 'error',
      from: { path: '^(workers|api)/' },
      to: { path: '^(workers|api)/', pathNot: '^$1/' },
    },
    {
      name: 'api-reaches-no-heavy-library',
      comment:
        'The API evaluates models over flat arrays in TypeScript, so its image holds neither libxgboost nor DuckDB ' +
        'nor what fits models, and no crash of native code can end it. No path of imports may lead there.',
      severity: 'error',
      from: { path: '^api/src/' },
      to: { path: heavyLibraries, reachable: true },
    },
    {
      name: 'page-loads-its-own-folder-only',
      comment:
        'What the web page imports is asked for by browsers: only files of this folder are served, as they are.',
      severity: 'error',
      from: { path: '^api/src/page/browser/' },
      to: { pathNot: '^api/src/page/browser/' },
    },
    {
      name: 'only-models-train-with-xgboost',
      comment:
        'One place knows the binding: parameters, threads and seeds are decided there, and another engine is one change.',
      severity: 'error',
      from: { path: '^(shared/src|workers/src|api/src)/', pathNot: '^shared/src/models/' },
      to: { path: '^shared/xgboost-node/' },
    },
    {
      name: 'shared-folder-has-a-layer',
      comment: 'A new folder of shared/src gets its place in the table of layers above.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: `^shared/src/(${Object.keys(sharedLayers).join('|')})/` },
      to: {},
    },
    ...layerRules,
    {
      name: 'mathematics-knows-no-files',
      comment:
        'The same numbers from memory, a file or a request: stages and stores read and write, mathematics computes.',
      severity: 'error',
      from: {
        path: '^shared/src/(schema|dialect|simulation|features|metrics|calibration|drift|models|training|evaluation|gate)/',
      },
      to: { path: '^(node:)?(fs|fs/promises|child_process|http|https|net|worker_threads)$' },
    },
    {
      name: 'no-import-of-process',
      comment:
        'Only entry files know the process (biome.json forbids the global): tests run everything else without one.',
      severity: 'error',
      from: { path: '/src/', pathNot: '^(workers/src/cli|api/src/(server|make-key))[.]ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'only-cli-starts-run-cli',
      comment: 'cli → run-cli → commands → stages: the process is known to the first only.',
      severity: 'error',
      from: { path: '^workers/src/', pathNot: '^workers/src/cli[.]ts$' },
      to: { path: '^workers/src/run-cli[.]ts$' },
    },
    {
      name: 'only-run-cli-knows-commands',
      comment: 'cli → run-cli → commands → stages: nothing calls back up the tree.',
      severity: 'error',
      from: { path: '^workers/src/', pathNot: '^workers/src/(run-cli[.]ts$|commands/)' },
      to: { path: '^workers/src/commands/' },
    },
    {
      name: 'only-commands-name-stages',
      comment:
        'A stage is started by its command, and by nothing else. Stages meet in the store only: one can be run again, replaced ' +
        'or killed without the others. What several read is found and opened in inputs/.',
      severity: 'error',
      from: { path: '^workers/src/', pathNot: '^workers/src/commands/' },
      to: { path: '^workers/src/stages/' },
    },
    {
      name: 'stages-know-no-command-line',
      comment: 'A stage gets validated options: how they were written (flags, environment) is for commands.',
      severity: 'error',
      from: {
        path: '^workers/src/',
        pathNot:
          '^workers/src/(run-cli[.]ts$|command-line/|commands/|stage/(stage-command|common-options)[.]ts$)',
      },
      to: { path: '(^|/)node_modules/commander/' },
    },
  ],
  options: {
    // An import of a type counts: who reads the file needs the other one.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '(^|/)node_modules/' },
    // Bundles are made of what is judged.
    exclude: { path: '^workers/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
