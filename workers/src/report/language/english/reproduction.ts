export const reproduction = {
  title: 'How to get the same again',
  sameAgain:
    'The same files, options, seed and code give the same bytes. Options of ingest, clean and evaluate that were given by hand are not repeated here.',
  factsCaption: 'What the run was',
  factsColumns: { what: 'What', value: 'Value' },
  facts: {
    run: 'Run',
    seed: 'Seed',
    version: 'Version of the code',
    featureList: 'Feature list',
    model: 'Chosen model',
    inService: 'Model in service, fitted again',
  },
  filesCaption: 'Files that this report was made from',
  filesColumns: { file: 'File', rows: 'Rows', size: 'Size' },
};
